import { setTimeout as wait } from "node:timers/promises";
import { db, type Tx } from "@/prisma/client";
import { Prisma } from "@/prisma/generated/client";

/** Tables of runs: what moderators ask for and the worker works off, one row at a time (docs/decisions/0041). */
export type RunTable = "ScheduleRun" | "PairingRun";

const named: Record<RunTable, Prisma.Sql> = { ScheduleRun: Prisma.sql`"ScheduleRun"`, PairingRun: Prisma.sql`"PairingRun"` };

/** A run that this worker has; `attempts` is its claim, which another worker's would have changed. */
export type Claim = { id: string; attempts: number };

/** Nobody has been heard of for so long: whoever worked on it is dead. */
const staleSeconds = 45;
const maxAttempts = 2;
/** Between two signs of life, which carry the progress and bring a wish to cancel. */
const beatMilliseconds = 900;

/** Ends runs that have been left by their worker and are not tried again: nobody wants them, or it would be too often. */
async function endAbandoned(table: RunTable): Promise<void> {
  await db.$executeRaw`
    UPDATE ${named[table]} SET "finishedAt" = now(),
      "state" = CASE WHEN "cancelRequestedAt" IS NULL THEN 'failed'::"ScheduleRunState" ELSE 'cancelled' END
    WHERE "state" = 'running' AND "heartbeatAt" < now() - make_interval(secs => ${staleSeconds})
      AND ("attempts" >= ${maxAttempts} OR "cancelRequestedAt" IS NOT NULL)`;
}

/** Takes the run that waits longest, or one that its worker has left. Several workers never take the same. */
async function claimRun(table: RunTable): Promise<Claim | undefined> {
  const [claim] = await db.$queryRaw<Claim[]>`
    UPDATE ${named[table]} SET "state" = 'running', "attempts" = "attempts" + 1, "startedAt" = now(), "heartbeatAt" = now(), "progress" = NULL
    WHERE "id" IN (
      SELECT "id" FROM ${named[table]}
      WHERE "state" = 'queued' OR ("state" = 'running' AND "heartbeatAt" < now() - make_interval(secs => ${staleSeconds}))
      ORDER BY "createdAt" LIMIT 1 FOR UPDATE SKIP LOCKED
    )
    RETURNING "id", "attempts"`;
  return claim;
}

/** The run, as long as this worker has it. */
export function held({ id, attempts }: Claim) {
  return { id, attempts, state: "running" as const };
}

/** Says that the worker lives and how far it is. False: the run is not wanted, or not this worker's, any more. */
async function beat(table: RunTable, { id, attempts }: Claim, progress: unknown): Promise<boolean> {
  const [still] = await db.$queryRaw<{ isWanted: boolean }[]>`
    UPDATE ${named[table]} SET "heartbeatAt" = now(), "progress" = COALESCE(${progress === null ? null : JSON.stringify(progress)}::jsonb, "progress")
    WHERE "id" = ${id}::uuid AND "state" = 'running' AND "attempts" = ${attempts}
    RETURNING "cancelRequestedAt" IS NULL AS "isWanted"`;
  return still?.isWanted ?? false;
}

type Watch = { latest: () => unknown; cancel: () => void; ended: AbortSignal };

/** Beats until `ended`; calls `cancel` once the run is not wanted. A database that is away for a while is no reason to stop. */
async function keepAlive(table: RunTable, claim: Claim, watch: Watch): Promise<void> {
  const isLater = await wait(beatMilliseconds, true, { signal: watch.ended }).catch(() => false);
  if (!isLater) return;
  if (!(await beat(table, claim, watch.latest()).catch(() => true))) watch.cancel();
  await keepAlive(table, claim, watch);
}

/** Gives the run back because the worker stops, as if it had never been taken; or ends it where nobody wants it. */
export async function releaseRun(table: RunTable, { id, attempts }: Claim): Promise<void> {
  await db.$executeRaw`
    UPDATE ${named[table]} SET "attempts" = "attempts" - 1, "progress" = NULL,
      "state" = CASE WHEN "cancelRequestedAt" IS NULL THEN 'queued'::"ScheduleRunState" ELSE 'cancelled' END,
      "finishedAt" = CASE WHEN "cancelRequestedAt" IS NULL THEN NULL ELSE now() END
    WHERE "id" = ${id}::uuid AND "state" = 'running' AND "attempts" = ${attempts}`;
}

/** It went wrong: once more, or never again. */
async function giveUp(table: RunTable, { id, attempts }: Claim): Promise<void> {
  const isLast = attempts >= maxAttempts;
  await db.$executeRaw`
    UPDATE ${named[table]} SET "state" = ${isLast ? "failed" : "queued"}::"ScheduleRunState", "finishedAt" = CASE WHEN ${isLast} THEN now() END
    WHERE "id" = ${id}::uuid AND "state" = 'running' AND "attempts" = ${attempts}`;
}

/** `unwanted`: aborted once somebody has cancelled the run; `tell`: how far it is. */
export type Life<Progress> = { unwanted: AbortSignal; tell: (progress: Progress) => void };

async function live<Progress>(table: RunTable, claim: Claim, perform: (claim: Claim, life: Life<Progress>) => Promise<void>): Promise<void> {
  const [unwanted, ended] = [new AbortController(), new AbortController()];
  let progress: Progress | null = null;
  const beating = keepAlive(table, claim, { latest: () => progress, cancel: () => unwanted.abort(), ended: ended.signal });
  try {
    await perform(claim, { unwanted: unwanted.signal, tell: (latest) => { progress = latest; } });
  } finally {
    ended.abort();
    await beating;
  }
}

/**
 * Works on one run that waits: for the worker. While it does, it says every second that it lives; a run whose worker has
 * died is begun anew by another one, and given up after the second time.
 * @param perform does the work and writes its end, where the run is still `held`
 * @returns whether there was one; rejects with what `perform` has thrown
 */
export async function performNext<Progress>(table: RunTable, perform: (claim: Claim, life: Life<Progress>) => Promise<void>): Promise<boolean> {
  await endAbandoned(table);
  const claim = await claimRun(table);
  if (!claim) return false;
  await live(table, claim, perform).catch(async (error: unknown) => {
    await giveUp(table, claim);
    throw error;
  });
  return true;
}

/**
 * Cancels a run: one that waits has ended at once, one at work ends within a second. One that has ended stays as it is.
 * @returns whether this has done so
 */
export async function cancelOpen(tx: Tx, table: RunTable, id: string): Promise<boolean> {
  // One statement, since the worker may take the run at this moment.
  const count = await tx.$executeRaw`
    UPDATE ${named[table]} SET "cancelRequestedAt" = now(),
      "state" = CASE WHEN "state" = 'queued' THEN 'cancelled' ELSE "state" END,
      "finishedAt" = CASE WHEN "state" = 'queued' THEN now() END
    WHERE "id" = ${id}::uuid AND "state" IN ('queued', 'running') AND "cancelRequestedAt" IS NULL`;
  return count > 0;
}
