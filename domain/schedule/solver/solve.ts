import type { Answer, Before, Effort } from "./answer";
import { placeAll } from "./place-all";
import type { Problem } from "./problem";

/** Places the meetings of a problem as well as it can be done. Being written: places what the simple pass can. */
export async function solve(problem: Problem, effort: Effort): Promise<Answer> {
  const begun = effort.now();
  const { placements, unplaced } = await Promise.resolve(placeAll(problem));
  effort.onProgress({ seconds: effort.now() - begun, level: "breaks", placed: placements.length, breaks: 0, bound: 0 });
  return {
    status: "feasible", placements, unplaced: unplaced.map(({ meeting }) => meeting), breaks: 0, levels: [],
    conflict: null, seconds: effort.now() - begun, seed: problem.seed, isCut: false,
  };
}

/** The schedule nearest to the one before that keeps the rules of the problem. Being written. */
export function repairSchedule(problem: Problem, _before: Before, effort: Effort): Promise<Answer> {
  return solve(problem, effort);
}
