import { expect, test } from "vitest";
import type { Answer } from "@/domain/schedule/solver/answer";
import { isHeld, judgeBasis, judgeBreaks } from "./rules";
import type { MeetingFact } from "./schema";

const answer = (bound: number, argument: Answer["levels"][number]["argument"] = "search"): Answer => ({
  status: "feasible", placements: [{ meeting: "m1", slot: "s1", room: "r1", interpreter: null }, { meeting: "m2", slot: "s2", room: "r1", interpreter: null }],
  unplaced: [], breaks: 3, levels: [{ name: "breaks", value: 3, bound, argument }], conflict: null, seconds: 1, seed: 1, isCut: false,
});
const entries = [{ meetingId: "m2", slotId: "s2" }, { meetingId: "m1", slotId: "s1" }];

test.each([
  ["no run was accepted", null, entries, { basis: "by_hand", bound: null }],
  ["every meeting has the slot of the run", answer(2), entries, { basis: "optimised", bound: 2 }],
  ["the bound holds for given times alone", answer(2, "given_times"), entries, { basis: "optimised", bound: null }],
  ["one was moved", answer(2), [{ meetingId: "m1", slotId: "s2" }, { meetingId: "m2", slotId: "s2" }], { basis: "changed", bound: null }],
  ["one is gone", answer(2), entries.slice(1), { basis: "changed", bound: null }],
  ["one came later", answer(2), [...entries, { meetingId: "m3", slotId: "s1" }], { basis: "changed", bound: null }],
] as const)("what a run says of the schedule in force where %s", (_case, run, placed, expected) => {
  expect(judgeBasis(run, placed)).toEqual(expected);
});

test.each([
  [0, "by_hand", null, "none"],
  [0, "changed", null, "none"],
  [3, "by_hand", null, "by_hand"],
  [3, "changed", null, "changed"],
  [3, "optimised", 3, "proved"],
  [3, "optimised", 2, "bounded"],
  [3, "optimised", 0, "open"],
  [3, "optimised", null, "open"],
] as const)("%i breaks, %s, at least %s: %s", (breaks, basis, bound, expected) => {
  expect(judgeBreaks({ breaks, basis, bound })).toBe(expected);
});

test.each([
  [null, null, false],
  ["informative", null, true],
  [null, "cooperation", true],
  ["informative", "not_held", false],
  ["not_held", null, false],
] as const)("said %s and %s: held %s", (lowOutcome, highOutcome, expected) => {
  expect(isHeld({ lowOutcome, highOutcome } as MeetingFact)).toBe(expected);
});
