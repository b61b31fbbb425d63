import { expect, test } from "vitest";
import type { Answer, Level } from "./answer";
import { judgeAnswer } from "./verdict";

const answer = (more: Partial<Answer>): Answer => ({
  status: "feasible", placements: [], unplaced: [], breaks: 0, levels: [], conflict: null, seconds: 1, seed: 1, isCut: false, ...more,
});
const level = (name: Level["name"], value: number, bound: number, argument: Level["argument"] = "search"): Level => ({ name, value, bound, argument });

test.each([
  { given: {}, unplaced: { kind: "none" }, breaks: { kind: "none" } },
  { given: { status: "unknown" as const, unplaced: ["1"] }, unplaced: { kind: "nothing" }, breaks: { kind: "nothing" } },
  { given: { breaks: 3 }, unplaced: { kind: "none" }, breaks: { kind: "open", value: 3 } },
  { given: { breaks: 3, levels: [level("breaks", 3, 0, "none")] }, unplaced: { kind: "none" }, breaks: { kind: "open", value: 3 } },
  { given: { breaks: 3, levels: [level("breaks", 3, 2, "degree")] }, unplaced: { kind: "none" }, breaks: { kind: "bounded", value: 3, bound: 2 } },
  { given: { breaks: 3, levels: [level("breaks", 3, 3)] }, unplaced: { kind: "none" }, breaks: { kind: "proved", value: 3 } },
  // What holds for these times alone is no promise about others.
  { given: { breaks: 3, levels: [level("breaks", 3, 3, "given_times")] }, unplaced: { kind: "none" }, breaks: { kind: "open", value: 3 } },
  {
    given: { status: "infeasible" as const, unplaced: ["1", "2"], breaks: 1, levels: [level("weight", 2, 2), level("breaks", 1, 0, "none")] },
    unplaced: { kind: "proved", value: 2 },
    breaks: { kind: "open", value: 1 },
  },
  { given: { unplaced: ["1", "2"], levels: [level("weight", 2, 1)] }, unplaced: { kind: "bounded", value: 2, bound: 1 }, breaks: { kind: "none" } },
])("$given", ({ given, ...verdict }) => {
  expect(judgeAnswer(answer(given))).toEqual(verdict);
});
