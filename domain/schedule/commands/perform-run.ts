import { setTimeout as wait } from "node:timers/promises";
import { db } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";
import { loadDraft } from "../queries/load-draft";
import type { Kept } from "../schema";
import type { Answer, Progress } from "../solver/answer";
import { toProblem } from "../solver/from-draft";
import type { Problem } from "../solver/problem";

/** Solves a problem; aborted, it answers at once with the best so far. Rejects with what went wrong. */
export type Solver = (problem: Problem, effort: SolverEffort) => Promise<Answer>;
export type SolverEffort = { seconds: number; signal: AbortSignal; onProgress: (progress: Progress) => void };

/** A run that this worker has; `attempts` is its claim, which another worker's would have changed. */
type ClaimedRun = { id: string; eventId: string; seconds: number; fairness: number | null; kept: Kept; attempts: number };

/** Nobody has been heard of for so long: whoever worked on it is dead. */
const staleSeconds = 45;
const maxAttempts = 2;
/** Between two signs of life, which carry the progress and bring a wish to cancel. */
const beatMilliseconds = 900;

/** Ends runs that have been left by their worker and are not tried again: nobody wants them, or it would be too often. */
async function endAbandoned(): Promise<void> {
  await db.$executeRaw`
    UPDATE "ScheduleRun" SET "finishedAt" = now(),
      "state" = CASE WHEN "cancelRequestedAt" IS NULL THEN 'failed'::"ScheduleRunState" ELSE 'cancelled' END
    WHERE "state" = 'running' AND "heartbeatAt" < now() - make_interval(secs => ${staleSeconds})
      AND ("attempts" >= ${maxAttempts} OR "cancelRequestedAt" IS NOT NULL)`;
}

/** Takes the run that waits longest, or one that its worker has left. Several workers never take the same. */
async function claimRun(): Promise<ClaimedRun | undefined> {
  const [run] = await db.$queryRaw<ClaimedRun[]>`
    UPDATE "ScheduleRun" SET "state" = 'running', "attempts" = "attempts" + 1, "startedAt" = now(), "heartbeatAt" = now(), "progress" = NULL
    WHERE "id" IN (
      SELECT "id" FROM "ScheduleRun"
      WHERE "state" = 'queued' OR ("state" = 'running' AND "heartbeatAt" < now() - make_interval(secs => ${staleSeconds}))
      ORDER BY "createdAt" LIMIT 1 FOR UPDATE SKIP LOCKED
    )
    RETURNING "id", "eventId", "seconds", "fairness", "kept"::text, "attempts"`;
  return run;
}

/** The run, as long as this worker has it. */
function held({ id, attempts }: ClaimedRun) {
  return { id, attempts, state: "running" as const };
}

/** Says that the worker lives and how far it is. False: the run is not wanted, or not this worker's, any more. */
async function beat(run: ClaimedRun, progress: Progress | null): Promise<boolean> {
  const [still] = await db.$queryRaw<{ isWanted: boolean }[]>`
    UPDATE "ScheduleRun" SET "heartbeatAt" = now(), "progress" = COALESCE(${progress === null ? null : JSON.stringify(progress)}::jsonb, "progress")
    WHERE "id" = ${run.id}::uuid AND "state" = 'running' AND "attempts" = ${run.attempts}
    RETURNING "cancelRequestedAt" IS NULL AS "isWanted"`;
  return still?.isWanted ?? false;
}

/** Beats until `ended`; calls `cancel` once the run is not wanted. A database that is away for a while is no reason to stop. */
async function keepAlive(run: ClaimedRun, { latest, cancel, ended }: { latest: () => Progress | null; cancel: () => void; ended: AbortSignal }): Promise<void> {
  const isLater = await wait(beatMilliseconds, true, { signal: ended }).catch(() => false);
  if (!isLater) return;
  if (!(await beat(run, latest()).catch(() => true))) cancel();
  await keepAlive(run, { latest, cancel, ended });
}

/** The whole end in one statement; a claim that somebody else has taken over meanwhile writes nothing. */
async function finish(run: ClaimedRun, revision: string, answer: Answer): Promise<void> {
  const { cancelRequestedAt } = await db.scheduleRun.findUniqueOrThrow({ where: { id: run.id }, select: { cancelRequestedAt: true } });
  const isCancelled = cancelRequestedAt !== null && answer.isCut;
  const isEmpty = isCancelled && answer.status === "unknown";
  const { seconds, breaks, placements, levels } = answer;
  const bound = levels.find(({ name }) => name === "breaks")?.bound ?? 0;
  const progress: Progress = { seconds, level: "breaks", placed: placements.length, breaks, bound };
  const stored: Prisma.ScheduleRunUpdateManyMutationInput = isEmpty ? {} : { answer, revision, progress };
  await db.scheduleRun.updateMany({
    where: held(run),
    data: { ...stored, state: isCancelled ? "cancelled" : "done", finishedAt: new Date() },
  });
}

/** Gives the run back: the worker stops. It is as if it had never been taken. */
async function release({ id, attempts }: ClaimedRun): Promise<void> {
  await db.$executeRaw`
    UPDATE "ScheduleRun" SET "attempts" = "attempts" - 1, "progress" = NULL,
      "state" = CASE WHEN "cancelRequestedAt" IS NULL THEN 'queued'::"ScheduleRunState" ELSE 'cancelled' END,
      "finishedAt" = CASE WHEN "cancelRequestedAt" IS NULL THEN NULL ELSE now() END
    WHERE "id" = ${id}::uuid AND "state" = 'running' AND "attempts" = ${attempts}`;
}

/** It went wrong: once more, or never again. */
async function giveUp(run: ClaimedRun): Promise<void> {
  const data = run.attempts >= maxAttempts ? { state: "failed" as const, finishedAt: new Date() } : { state: "queued" as const };
  await db.scheduleRun.updateMany({ where: held(run), data });
}

async function perform(run: ClaimedRun, solve: Solver, stopping: AbortSignal): Promise<void> {
  const draft = await loadDraft(db, run.eventId);
  const problem = toProblem(draft, run.kept, run.fairness);
  const [unwanted, ended] = [new AbortController(), new AbortController()];
  let progress: Progress | null = null;
  const beating = keepAlive(run, { latest: () => progress, cancel: () => unwanted.abort(), ended: ended.signal });
  try {
    const signal = AbortSignal.any([unwanted.signal, stopping]);
    const answer = await solve(problem, { seconds: run.seconds, signal, onProgress: (latest) => { progress = latest; } });
    if (stopping.aborted && answer.isCut) await release(run);
    else await finish(run, draft.revision, answer);
  } finally {
    ended.abort();
    await beating;
  }
}

/**
 * Works on one run that waits: for the worker. While it does, it says every second that it lives; a run whose worker
 * has died is begun anew by another one, and given up after the second time.
 * @param stopping aborted: the run is given back for another worker
 * @returns whether there was one; rejects with what the solver has thrown
 */
export async function performRun(solve: Solver, stopping: AbortSignal): Promise<boolean> {
  await endAbandoned();
  const run = await claimRun();
  if (!run) return false;
  await perform(run, solve, stopping).catch(async (error: unknown) => {
    await giveUp(run);
    throw error;
  });
  return true;
}
