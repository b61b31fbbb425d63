import { type Claim, held, performNext, releaseRun } from "@/domain/run/commands";
import { db } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";
import { loadDraft } from "../queries/load-draft";
import type { Answer, Progress } from "../solver/answer";
import { toProblem } from "../solver/from-draft";
import type { Problem } from "../solver/problem";

/** Solves a problem; aborted, it answers at once with the best so far. Rejects with what went wrong. */
export type Solver = (problem: Problem, effort: SolverEffort) => Promise<Answer>;
export type SolverEffort = { seconds: number; signal: AbortSignal; onProgress: (progress: Progress) => void };

/** The whole end in one statement; a claim that somebody else has taken over meanwhile writes nothing. */
async function finish(claim: Claim, revision: string, answer: Answer): Promise<void> {
  const { cancelRequestedAt } = await db.scheduleRun.findUniqueOrThrow({ where: { id: claim.id }, select: { cancelRequestedAt: true } });
  const isCancelled = cancelRequestedAt !== null && answer.isCut;
  const isEmpty = isCancelled && answer.status === "unknown";
  const { seconds, breaks, placements, levels } = answer;
  const bound = levels.find(({ name }) => name === "breaks")?.bound ?? 0;
  const progress: Progress = { seconds, level: "breaks", placed: placements.length, breaks, bound };
  const stored: Prisma.ScheduleRunUpdateManyMutationInput = isEmpty ? {} : { answer, revision, progress };
  await db.scheduleRun.updateMany({
    where: held(claim),
    data: { ...stored, state: isCancelled ? "cancelled" : "done", finishedAt: new Date() },
  });
}

/**
 * Places the meetings of one run that waits; for the worker.
 * @param stopping aborted: the run is given back for another worker
 * @returns whether there was one; rejects with what the solver has thrown
 */
export function performRun(solve: Solver, stopping: AbortSignal): Promise<boolean> {
  return performNext<Progress>("ScheduleRun", async (claim, { unwanted, tell }) => {
    const run = await db.scheduleRun.findUniqueOrThrow({ where: { id: claim.id }, select: { eventId: true, seconds: true, fairness: true, kept: true } });
    const draft = await loadDraft(db, run.eventId);
    const signal = AbortSignal.any([unwanted, stopping]);
    const answer = await solve(toProblem(draft, run.kept, run.fairness), { seconds: run.seconds, signal, onProgress: tell });
    if (stopping.aborted && answer.isCut) await releaseRun("ScheduleRun", claim);
    else await finish(claim, draft.revision, answer);
  });
}
