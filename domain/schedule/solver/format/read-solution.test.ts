import { describe, expect, test } from "vitest";
import { problemSchema } from "../problem";
import { readSolution } from "./read-solution";

const problem = problemSchema.parse({
  slots: ["1", "2"].map((id, index) => ({ id, startsAt: index, endsAt: index + 1 })),
  participants: ["1", "2", "3"].map((id) => ({ id })),
  rooms: [{ id: "1" }, { id: "2" }],
  meetings: [{ id: "1", participants: ["1", "2"] }, { id: "2", participants: ["1", "3"] }, { id: "3", participants: ["2", "3"] }],
});

const read = (value: unknown) => readSolution(typeof value === "string" ? value : JSON.stringify(value), problem);
const placed = (meeting: string, slot: string, room: string) => ({ meeting, slot, room, interpreter: null });

test("slots and locations, counted from 1; null and 0 are no place", () => {
  expect(read({ slot: [1, null, 0], location: [2, null, 1] })).toEqual({
    ok: true, value: { placements: [placed("1", "1", "2")], unplaced: ["2", "3"], hasRooms: true },
  });
});

test("slots alone: the first free rooms are taken", () => {
  const value = { placements: [placed("1", "1", "1"), placed("2", "2", "1"), placed("3", "2", "2")], unplaced: [], hasRooms: false };
  expect(read([1, 2, 2])).toEqual({ ok: true, value });
  expect(read({ slot: [1, 2, 2] })).toEqual({ ok: true, value });
});

test("the portal's form; whoever is left out may go without saying", () => {
  const placements = [placed("3", "2", "1")];
  expect(read({ placements, unplaced: ["1", "2"] })).toEqual({ ok: true, value: { placements, unplaced: ["1", "2"], hasRooms: true } });
  expect(read({ placements })).toMatchObject({ value: { unplaced: ["1", "2"] } });
});

describe("what is no solution of the problem", () => {
  test.each([
    ["", { reason: "empty" }],
    ["{", { reason: "not_json", line: 1 }],
    [null, { reason: "unknown_form" }],
    [{ slots: [] }, { reason: "unknown_form" }],
    [[1, 2], { reason: "count", field: "slot", found: 2, wanted: 3 }],
    [{ slot: [1, 2, 2], location: [1] }, { reason: "count", field: "location", found: 1 }],
    [{ slot: [1, -2, 2] }, { reason: "schema", field: "slot[1]" }],
    [{ slot: "1" }, { reason: "schema", field: "slot" }],
    [{ placements: [{ meeting: 1 }] }, { reason: "schema", field: "placements[0].meeting" }],
  ])("%j", (value, expected) => {
    expect(read(value)).toMatchObject({ ok: false, defect: expected });
  });
});
