import type { Answer } from "@/domain/schedule/solver/answer";
import { explainConflict } from "./conflict-words";

/** What the command prints of an answer; the placements themselves are for --out. */
export function reportAnswer({ status, placements, unplaced, breaks, levels, conflict, seconds, seed, isCut }: Answer) {
  return {
    status,
    placed: placements.length,
    unplaced,
    breaks: status === "unknown" ? null : breaks,
    lowerBound: levels.find(({ name }) => name === "breaks")?.bound ?? null,
    seconds: Math.round(seconds * 1000) / 1000,
    seed,
    isCut,
    levels,
    ...(conflict && { conflict, reason: explainConflict(conflict) }),
  };
}

/** 0: every meeting has its place. */
export function exitCode({ status, unplaced }: Answer): 0 | 1 {
  return (status === "optimal" || status === "feasible") && unplaced.length === 0 ? 0 : 1;
}
