import { loadCadical } from "cadical-wasm";
import type { Answer, Before, Effort } from "./answer";
import { conclude } from "./conclude";
import { explainConflict } from "./conflict";
import { toModel, type Model } from "./model";
import type { Problem } from "./problem";
import { narrow } from "./narrow";
import { isProvable, Race } from "./race";

async function answer(model: Model, effort: Effort, before: Before | null): Promise<Answer> {
  const cadical = await loadCadical();
  const race = new Race(cadical, model, effort, before);
  race.run();
  return conclude(race, race.isInfeasible ? explainConflict(cadical, model.problem, () => race.isStopped) : null);
}

/**
 * Places the meetings of a problem as well as it can be done: the most weight, then the fewest breaks, then the
 * fairest, then the fewest changes of room. Search and proof work in turns; both count steps, so that the same problem
 * and seed have the same answer as long as the time suffices.
 * @throws RangeError where the problem names an id that it does not hold
 */
export async function solve(problem: Problem, effort: Effort): Promise<Answer> {
  return answer(toModel(problem), effort, null);
}

/**
 * The schedule nearest to the one before that keeps the rules of the problem: the most weight, then the fewest meetings
 * moved, then the fewest people told, then the fewest breaks. Of a problem that is too large to prove anything of, only
 * the neighbourhood of the change is repaired, and nothing is claimed to be the least.
 * @throws RangeError where the problem names an id that it does not hold
 */
export async function repairSchedule(problem: Problem, before: Before, effort: Effort): Promise<Answer> {
  const model = toModel(problem);
  if (isProvable(model)) return answer(model, effort, before);
  const found = await answer(toModel(narrow(model, before)), effort, before);
  const levels = found.levels.map((level) => ({ ...level, bound: 0, argument: "none" as const }));
  return { ...found, status: found.status === "unknown" ? "unknown" : "feasible", conflict: null, levels };
}
