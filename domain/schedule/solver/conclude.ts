import type { Answer, Conflict, Level } from "./answer";
import { assignRooms } from "./assign-rooms";
import type { Race } from "./race";

/** What a race came to, with rooms. */
export function conclude(race: Race, conflict: Conflict | null): Answer {
  const { best, model } = race;
  const seed = model.problem.seed;
  const common = { conflict, seed, isCut: race.isCut };
  const seconds = () => race.effort.now() - race.begun;
  if (!best) return { status: race.isInfeasible ? "infeasible" : "unknown", placements: [], unplaced: model.meetings.map(({ id }) => id), breaks: 0, levels: [], seconds: seconds(), ...common };
  const { placements, roomChanges, fewestChanges } = assignRooms(model, best.slots);
  const levels = race.targets.map((name): Level => ({ name, value: best.measures[name], ...race.boundOf(name) }));
  const isProved = levels.every(({ name, value, bound }) => name === "difference" || value <= bound);
  const isComplete = best.measures.weight === 0;
  const found = isProved && isComplete ? "optimal" : "feasible";
  if (race.allPlaced) levels.unshift({ name: "weight", value: best.measures.weight, bound: 0, argument: "none" });
  return {
    status: race.isInfeasible ? "infeasible" : found,
    placements,
    unplaced: model.meetings.filter((_, meeting) => (best.slots[meeting] ?? -1) < 0).map(({ id }) => id),
    breaks: best.measures.breaks,
    levels: [...levels, { name: "roomChanges", value: roomChanges, bound: fewestChanges, argument: "given_times" }],
    seconds: seconds(),
    ...common,
  };
}
