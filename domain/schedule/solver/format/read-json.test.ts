import { describe, expect, test } from "vitest";
import type { ProblemInput } from "../problem";
import { lineOfPath } from "./json-line";
import { readJson } from "./read-json";

const published = {
  participants: 3, slots: 4, morningSlots: 2, locations: 1,
  meetings: [{ a: 1, b: 2, session: 1, fixed: 0, after: [] }, { a: 2, b: 3, session: 0, fixed: 3, after: [1], weight: 5 }],
  forbidden: [[], [1]],
};

const portal: ProblemInput = {
  slots: [{ id: "s1", startsAt: 0, endsAt: 20, session: "morning" }, { id: "s2", startsAt: 20, endsAt: 40 }],
  participants: [{ id: "a" }, { id: "b", unavailable: ["s1"] }],
  rooms: [{ id: "r", kind: "table" }],
  meetings: [{ id: "m", participants: ["a", "b"] }, { id: "n", participants: ["a", "b"], after: ["m"] }],
};

const defectOf = (value: unknown) => {
  const read = readJson(typeof value === "string" ? value : JSON.stringify(value, null, 1));
  return read.ok ? null : read.defect;
};

test("the published form counts from 1", () => {
  expect(readJson(JSON.stringify(published))).toMatchObject({
    ok: true,
    value: {
      form: "published",
      problem: {
        fairness: 2,
        participants: [{ unavailable: [] }, { unavailable: ["1"] }, { unavailable: [] }],
        meetings: [{ session: "morning", weight: 1 }, { pinned: { slot: "3" }, after: ["1"], weight: 5 }],
      },
    },
  });
  expect(readJson(JSON.stringify({ ...published, fairness: null }))).toMatchObject({ ok: true, value: { problem: { fairness: null } } });
});

test("the portal's form, with what is usual left out", () => {
  expect(readJson(JSON.stringify(portal))).toMatchObject({ ok: true, value: { form: "portal", problem: { seed: 1, fairness: null, interpreters: [] } } });
});

const [first, second] = portal.meetings;

describe("what cannot be used is told with its line and field", () => {
  test.each([
    ["", { reason: "empty", line: null }],
    ["{\n \"slots\": [}", { reason: "not_json", line: 2 }],
    ["[".repeat(1_000_000), { reason: "not_json" }],
    ["null", { reason: "unknown_form" }],
    ["[1, 2]", { reason: "unknown_form" }],
    [{ ...published, slots: "four" }, { reason: "schema", field: "slots", line: 3 }],
    [{ ...published, meetings: [{ a: 1, b: 9 }] }, { reason: "out_of_range", field: "meetings[0].b", line: 9, found: 9, from: 1, to: 3 }],
    [{ ...published, forbidden: [[9]] }, { reason: "out_of_range", field: "forbidden[0][0]" }],
    [{ ...published, forbidden: [[], [], [], []] }, { reason: "count", field: "forbidden", found: 4 }],
    [{ ...portal, extra: 1 }, { reason: "schema", field: "extra" }],
    [{ ...portal, meetings: [{ ...first, participants: ["a", "x"] }] }, { reason: "unknown_id", field: "meetings[0].participants[1]", found: "x", kind: "participant" }],
    [{ ...portal, meetings: [{ ...first, participants: ["a", "a"] }] }, { reason: "with_itself", found: "a" }],
    [{ ...portal, meetings: [{ ...first, slots: ["s9"] }] }, { reason: "unknown_id", field: "meetings[0].slots[0]", kind: "slot" }],
    [{ ...portal, meetings: [{ ...first, session: "night" }] }, { reason: "unknown_id", field: "meetings[0].session" }],
    [{ ...portal, meetings: [{ ...first, roomKinds: ["zoom"] }] }, { reason: "unknown_id", field: "meetings[0].roomKinds[0]" }],
    [{ ...portal, meetings: [{ ...first, pinned: { slot: "s1", room: "q" } }] }, { reason: "unknown_id", field: "meetings[0].pinned.room" }],
    [{ ...portal, meetings: [first, first] }, { reason: "duplicate", field: "meetings[1].id", found: "m" }],
    [{ ...portal, meetings: [{ ...first, after: ["n"] }, second] }, { reason: "cycle", field: "meetings[0].after", meetings: ["m", "n"] }],
    [{ ...portal, rooms: [{ id: "r", unavailable: ["s9"] }] }, { reason: "unknown_id", field: "rooms[0].unavailable[0]" }],
    [{ ...portal, slots: portal.slots.toReversed() }, { reason: "order_of_slots", field: "slots[1].startsAt" }],
    [{ ...portal, meetings: [{ ...first, weight: 0 }] }, { reason: "schema", field: "meetings[0].weight" }],
  ])("%#", (value, expected) => {
    expect(defectOf(value)).toMatchObject(expected);
  });
});

test("lines are found behind strings with every sign of JSON in them", () => {
  const text = '{ "a]": "\\"}{",\n "b": [1, [2],\n {"c\\u0020": 3,\n "d": null}] }';
  expect(lineOfPath(text, ["b", 2, "d"])).toBe(4);
  expect(lineOfPath(text, ["b", 2, "c "])).toBe(3);
  expect(lineOfPath(text, ["b", 1, 0])).toBe(2);
  expect(lineOfPath(text, ["b", 2, "missing"])).toBe(3);
});
