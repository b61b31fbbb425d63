import { describe, expect, test } from "vitest";
import { draftMeeting as meeting, draftPerson as person, draftPlacement as at, draftSlots as slots } from "@/prisma/factories/draft";
import type { Draft, DraftMeeting, DraftPlacement, Kept } from "../schema";
import { explainUnplaced, listProposed, toProblem } from "./from-draft";
import { placeAll } from "./place-all";

const [a, b, c] = [person("a"), person("b"), person("c")];

const draft = (meetings: DraftMeeting[], placements: DraftPlacement[] = [], more: Partial<Draft> = {}): Draft => ({
  event: { startsAt: new Date("2027-03-18T11:00:00Z"), endsAt: new Date("2027-03-18T14:00:00Z"), languages: ["en"], interpretedInto: [] },
  slots,
  interpreters: [],
  rooms: [{ id: "r1", number: 1, name: "Room 1", kind: "breakout", isClosed: false }],
  meetings,
  placements,
  ...more,
});

/** Where a simple pass puts the meetings of a draft. */
const places = (kept: Kept, ...given: Parameters<typeof draft>) => placeAll(toProblem(draft(...given), kept)).placements.map(({ meeting: id, slot }) => `${id} ${slot}`);

describe("toProblem", () => {
  test("leaves what is placed where it is, or lets it move", () => {
    const onlyFirst = person("c", { slotIds: ["s1"] });
    const given = [[meeting("1", [a, b]), meeting("2", [a, onlyFirst])], [at("1", "s1")]] as const;
    expect(places("placed", [...given[0]], [...given[1]])).toEqual(["1 s1"]);
    expect(places("locked", [...given[0]], [...given[1]])).toEqual(["1 s2", "2 s1"]);
  });

  test("never moves what is locked", () => {
    const onlyFirst = person("c", { slotIds: ["s1"] });
    expect(places("locked", [meeting("1", [a, b]), meeting("2", [a, onlyFirst])], [at("1", "s1", "r1", true)])).toEqual(["1 s1"]);
  });

  test("a lock holds where the person is not available, and the slot is then theirs", () => {
    const away = person("b", { slotIds: ["s2"] });
    expect(places("locked", [meeting("1", [a, away]), meeting("2", [away, c])], [at("1", "s1", "r1", true)])).toEqual(["1 s1", "2 s2"]);
  });

  test("lets go of two meetings that are in each other's way", () => {
    const plan = places("placed", [meeting("1", [a, b]), meeting("2", [a, c])], [at("1", "s1"), at("2", "s1")]);
    expect(new Set(plan.map((line) => line.slice(2))).size).toBe(2);
  });

  test("leaves out what is cancelled, whose person has left, or what lies outside the event", () => {
    const gone = person("c", { takesPart: false });
    expect(places("placed", [meeting("1", [a, b], { isCancelled: true }), meeting("2", [a, gone])], [at("1", "s1"), at("2", "s2")])).toEqual([]);
    const short = { startsAt: new Date("2027-03-18T12:30:00Z"), endsAt: new Date("2027-03-18T14:00:00Z"), languages: [], interpretedInto: [] };
    expect(places("locked", [meeting("1", [a, b])], [], { event: short })).toEqual(["1 s3"]);
  });

  test("keeps away from the slots in which another event has somebody", () => {
    expect(places("locked", [meeting("1", [a, person("b", { elsewhereSlotIds: ["s1", "s2"] })])])).toEqual(["1 s3"]);
  });

  test("hands on how much breaks may differ", () => {
    expect([toProblem(draft([]), "locked").fairness, toProblem(draft([]), "locked", 2).fairness]).toEqual([null, 2]);
  });
});

describe("interpreters", () => {
  const speaker = (id: string, ...languages: string[]) => person(id, { languages, slotIds: ["s1"] });
  const rooms = ["r1", "r2"].map((id, index) => ({ id, number: index + 1, name: id, kind: "breakout" as const, isClosed: false }));
  const translates = (id: string, languages: string[], slotIds = ["s1", "s2", "s3"]) => ({ id, name: id, languages, slotIds, awayFrom: null, version: 1 });
  const meetings = [meeting("1", [speaker("a", "pl"), speaker("b", "de")]), meeting("2", [speaker("c", "pl"), speaker("d", "de", "cs")])];
  const placed = (kept: Kept, interpreters: Draft["interpreters"], placements: DraftPlacement[] = []) =>
    placeAll(toProblem(draft(meetings, placements, { rooms, interpreters }), kept)).placements.map(({ meeting: id, slot, interpreter }) => `${id} ${slot} ${interpreter}`);

  test("no two meetings at once that one interpreter would have to translate", () => {
    expect(placed("locked", [translates("i", ["de", "pl"])])).toEqual(["1 s1 i"]);
    expect(placed("locked", [translates("i", ["de", "pl"]), translates("j", ["cs", "pl"])])).toEqual(["1 s1 i", "2 s1 j"]);
    expect(placed("locked", [translates("i", ["de", "pl"], ["s2"]), translates("j", ["cs", "pl"])])).toEqual(["2 s1 j"]);
  });

  test("whom nobody on the list can translate is placed as if there were no list", () => {
    expect(placed("locked", [])).toEqual(["1 s1 null", "2 s1 null"]);
    expect(placed("locked", [translates("i", ["en", "fr"])])).toEqual(["1 s1 null", "2 s1 null"]);
  });

  test("what a moderator has placed without an interpreter stays", () => {
    expect(placed("placed", [translates("i", ["de", "pl"])], [at("1", "s1", "r1"), at("2", "s1", "r2")])).toEqual(["1 s1 i", "2 s1 null"]);
  });
});

test("what is proposed: what is locked stays, who has cancelled since has no place", () => {
  const given = draft(
    [meeting("locked", [a, b]), meeting("gone", [b, c], { isCancelled: true }), meeting("moves", [a, c])],
    [at("locked", "s1", "r1", true), at("gone", "s2"), at("moves", "s3")],
  );
  const entry = (meetingId: string, slotId: string) => ({ meetingId, slotId, roomId: "r1" });
  const proposed = listProposed(given, [entry("locked", "s3"), entry("gone", "s2"), entry("moves", "s2")]);
  expect(proposed.map(({ meetingId, slotId }) => `${meetingId} ${slotId}`)).toEqual(["locked s1", "moves s2"]);
});

test("why a meeting has no place", () => {
  const early = person("early", { slotIds: ["s1"] });
  const late = person("late", { slotIds: ["s3"] });
  const meetings = [
    meeting("apart", [early, late]),
    meeting("left", [a, person("gone", { takesPart: false })]),
    meeting("full", [early, b]),
    meeting("free", [a, c]),
    meeting("placed", [b, c]),
  ];
  expect([...explainUnplaced(draft(meetings, [at("placed", "s1")]))].map(([id, { reason }]) => [id, reason])).toEqual([
    ["apart", "no_common_slot"],
    ["left", "person_cancelled"],
    ["full", "too_many_meetings"],
    ["free", "fits"],
  ]);
});
