import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readDzn } from "./read-dzn";

const file = (more: Record<string, string> = {}) => {
  const values = {
    nBusiness: "3", nMeetings: "2", nTables: "2", nTotalSlots: "4", nMorningSlots: "2",
    requested: "[|1, 2,1, \n|2, 3,3, \n|]", forbidden: "[{0},\n{1,4},\n{}]", fixed: "[0,3]", precedences: "[{},\n{1}]",
    ...more,
  };
  return Object.entries(values).map(([key, value]) => (value === "" ? "" : `${key} = ${value};\n`)).join("");
};

const defectOf = (text: string) => {
  const read = readDzn(text);
  return read.ok ? null : read.defect;
};

test("a file is read as the problem that it says", () => {
  const read = readDzn(file());
  if (!read.ok) throw new Error(read.defect.reason);
  expect(read.value).toMatchObject({
    fairness: 2,
    slots: [{ id: "1", session: "morning" }, { session: "morning" }, { session: "afternoon" }, { id: "4", startsAt: 90, endsAt: 120 }],
    participants: [{ id: "1", unavailable: [] }, { id: "2", unavailable: ["1", "4"] }, { id: "3", unavailable: [] }],
    rooms: [{ id: "1" }, { id: "2" }],
    meetings: [
      { id: "1", participants: ["1", "2"], session: "morning", pinned: null, after: [] },
      { id: "2", participants: ["2", "3"], session: null, pinned: { slot: "3", room: null }, after: ["1"] },
    ],
  });
});

test("the older keys, comments, a file without the lists that may be empty, line ends of Windows", () => {
  const old = `% demanades = nonsense\nnEmpreses=3; nReunions=1;nTaules=1\nnFrangesTotal=2;nFrangesMati=1;\ndemanades=[|1,2,3|];\nprohibides=[{},1..2,{0}]`;
  for (const text of [old, old.replaceAll("\n", "\r\n"), `\uFEFF${old}`]) {
    expect(readDzn(text)).toMatchObject({ ok: true, value: { participants: [{ unavailable: [] }, { unavailable: ["1", "2"] }, { unavailable: [] }] } });
  }
  expect(readDzn(file({ forbidden: "", fixed: "", precedences: "" })).ok).toBe(true);
});

describe("what cannot be used is told with its line and field", () => {
  test.each([
    ["", { reason: "empty", line: null, field: null }],
    ["  % nothing but words\n", { reason: "empty" }],
    ["x".repeat(1_000_000), { reason: "unknown_form" }],
    ["a = 1;\n".repeat(100_000), { reason: "unknown_form" }],
    [file({ nTables: "" }), { reason: "missing", field: "nTables", line: null }],
    [file({ nTotalSlots: "four" }), { reason: "not_a_number", field: "nTotalSlots", line: 4, found: "four" }],
    [file({ nTotalSlots: "99999999" }), { reason: "out_of_range", field: "nTotalSlots", line: 4, from: 1, to: 1000 }],
    [file({ nMorningSlots: "5" }), { reason: "out_of_range", field: "nMorningSlots", line: 5, to: 4 }],
    [file({ nMeetings: "4" }), { reason: "count", field: "requested", line: 6, found: 2, wanted: 4, stated: "nMeetings" }],
    [file({ requested: "[|1,2,3\n|2,4,3|]" }), { reason: "out_of_range", field: "requested, row 2", line: 7, found: 4, to: 3 }],
    [file({ requested: "[|1,2,3\n|2,x,3|]" }), { reason: "not_a_number", field: "requested, row 2", line: 7, found: "x" }],
    [file({ requested: "[|1,2,3\n|2,3|]" }), { reason: "count", field: "requested, row 2", line: 7, found: 2, wanted: 3 }],
    [file({ requested: "[|1,2,3\n|2,2,3|]" }), { reason: "with_itself", field: "requested, row 2", line: 7 }],
    [file({ requested: "[|1,2,3\n|2,3,4|]" }), { reason: "out_of_range", field: "requested, row 2", line: 7, found: 4, from: 1, to: 3 }],
    [file({ requested: "1,2,3" }), { reason: "not_a_list", field: "requested", line: 6 }],
    [file({ forbidden: "[{},\n{5},\n{}]" }), { reason: "out_of_range", field: "forbidden, set 2", line: 10, found: 5, to: 4 }],
    [file({ forbidden: "[{},\n{}]" }), { reason: "count", field: "forbidden", line: 9, found: 2, wanted: 3, stated: "nBusiness" }],
    [file({ forbidden: "[{},\n{},\noops]" }), { reason: "not_a_list", field: "forbidden", line: 11 }],
    [file({ fixed: "[0,5]" }), { reason: "out_of_range", field: "fixed, number 2", found: 5 }],
    [file({ precedences: "[{2},{1}]" }), { reason: "cycle", field: "precedences, set 1", meetings: ["1", "2"] }],
    [file({ precedences: "[{1},{}]" }), { reason: "cycle", meetings: ["1"] }],
    [file({ precedences: "[{7},{}]" }), { reason: "out_of_range", field: "precedences, set 1", found: 7, to: 2 }],
  ])("%#", (text, expected) => {
    expect(defectOf(text)).toMatchObject(expected);
  });
});

const published = "../shared/b2b/instances";
const names = (() => {
  try {
    return readdirSync(published);
  } catch {
    return [];
  }
})();

test.skipIf(names.length === 0)("every published file that lies beside the checkout can be read", () => {
  const defects = names.map((name) => defectOf(readFileSync(`${published}/${name}`, "utf8")));
  expect(new Set(defects)).toEqual(new Set([null]));
});
