import type { Answer, Level, LevelName } from "./answer";

/** What a run has shown of one number: it is `value`, and fewer than `bound` are impossible. */
export type Verdict =
  /** Time ran out before any schedule was found. */
  | { kind: "nothing" }
  /** There is not one. */
  | { kind: "none" }
  /** None of them can be avoided. */
  | { kind: "proved"; value: number }
  | { kind: "bounded"; value: number; bound: number }
  /** Nothing is known but that there are so many. */
  | { kind: "open"; value: number };

function judge(value: number, level: Level | undefined): Verdict {
  if (value === 0) return { kind: "none" };
  const bound = level && level.argument !== "given_times" ? level.bound : 0;
  if (bound >= value) return { kind: "proved", value };
  return bound > 0 ? { kind: "bounded", value, bound } : { kind: "open", value };
}

/** What an answer says of the meetings without a place, and of the breaks of those that have one. */
export function judgeAnswer({ status, unplaced, breaks, levels }: Answer): { unplaced: Verdict; breaks: Verdict } {
  if (status === "unknown") return { unplaced: { kind: "nothing" }, breaks: { kind: "nothing" } };
  const levelOf = (name: LevelName) => levels.find((level) => level.name === name);
  // Meetings of a draft weigh the same: the weight that stays out is their number.
  return { unplaced: judge(unplaced.length, levelOf("weight")), breaks: judge(breaks, levelOf("breaks")) };
}
