import type { Actor } from "@/domain/actor";
import { requireCaretaker } from "@/domain/concept/access";
import { isSecretMail } from "@/domain/mail/rules";
import type { MailKind } from "@/domain/mail/schema";
import { db } from "@/prisma/client";
import { type DeadLetter, type LineState, type QueueState, type RecurringState, recurringJobs, type WorkerState } from "./schema";

/** What time it is for the database, which decides what is due. Public. */
export async function getDatabaseTime(): Promise<Date> {
  const [row] = await db.$queryRaw<{ now: Date }[]>`SELECT now() AS "now"`;
  return row?.now ?? new Date(NaN);
}

/** Whether some worker was heard of within a minute. Public. */
export async function isWorkerHeard(): Promise<boolean> {
  const [row] = await db.$queryRaw<{ isHeard: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM "pgboss"."instance" WHERE "stopped_on" IS NULL AND "heartbeat_on" > now() - interval '1 minute') AS "isHeard"`;
  return row?.isHeard === true;
}

/** pg-boss's queues, and the runs of the solver, which are rows with a claim of their own. */
function listLines(): Promise<LineState[]> {
  return db.$queryRaw<LineState[]>`
    SELECT q."name" AS "line",
      (count(*) FILTER (WHERE j."state" < 'active' AND j."start_after" <= now()))::int AS "due",
      min(j."start_after") FILTER (WHERE j."state" < 'active' AND j."start_after" <= now()) AS "dueSince",
      (count(*) FILTER (WHERE j."state" < 'active' AND j."start_after" > now()))::int AS "later",
      (count(*) FILTER (WHERE j."state" = 'active'))::int AS "active",
      (count(*) FILTER (WHERE j."state" = 'completed' AND j."completed_on" > now() - interval '1 day'))::int AS "done",
      (count(*) FILTER (WHERE j."state" = 'failed' AND j."completed_on" > now() - interval '1 day'))::int AS "failed"
    FROM "pgboss"."queue" q LEFT JOIN "pgboss"."job" j ON j."name" = q."name" WHERE q."name" IN ('mail', 'recurring') GROUP BY q."name"
    UNION ALL
    SELECT 'optimise', (count(*) FILTER (WHERE "state" = 'queued'))::int, min("createdAt") FILTER (WHERE "state" = 'queued'), 0,
      (count(*) FILTER (WHERE "state" = 'running'))::int,
      (count(*) FILTER (WHERE "state" IN ('done', 'cancelled') AND "finishedAt" > now() - interval '1 day'))::int,
      (count(*) FILTER (WHERE "state" = 'failed' AND "finishedAt" > now() - interval '1 day'))::int
    FROM "ScheduleRun"
    ORDER BY "line"`;
}

function listWorkers(): Promise<WorkerState[]> {
  return db.$queryRaw<WorkerState[]>`
    SELECT "id", "host", "pid", "started_on" AS "startedAt", "heartbeat_on" AS "heardAt",
      CASE WHEN "stopped_on" IS NOT NULL THEN 'stopped' WHEN "heartbeat_on" > now() - interval '1 minute' THEN 'working' ELSE 'silent' END AS "state"
    FROM "pgboss"."instance" WHERE "heartbeat_on" > now() - interval '1 day'
    ORDER BY "stopped_on" IS NOT NULL, "heartbeat_on" DESC, "id" LIMIT 10`;
}

async function listRecurring(): Promise<RecurringState[]> {
  const rows = await db.$queryRaw<RecurringState[]>`
    SELECT "data"->>'job' AS "job", max("completed_on") FILTER (WHERE "state" = 'completed') AS "doneAt",
      max("completed_on") FILTER (WHERE "state" = 'failed') AS "failedAt"
    FROM "pgboss"."job" WHERE "name" = 'recurring' GROUP BY 1`;
  return recurringJobs.map((job) => rows.find((row) => row.job === job) ?? { job, doneAt: null, failedAt: null });
}

/** Dead letters on the page; the oldest are seen when these are settled. */
const most = 50;

type DeadRow = Omit<DeadLetter, "canRetry"> & { total: number };

async function listDead(): Promise<DeadRow[]> {
  return db.$queryRaw<DeadRow[]>`
    SELECT j."id", m."kind", j."created_on" AS "since", left(coalesce(j."source_output"->>'message', j."source_output"->'value'->>'message', ''), 300) AS "error",
      (count(*) OVER ())::int AS "total"
    FROM "pgboss"."job" j LEFT JOIN "Mail" m ON m."id"::text = j."data"->>'mail'
    WHERE j."name" = 'dead-letters' AND j."state" = 'created' ORDER BY j."created_on" DESC, j."id" LIMIT ${most}`;
}

/** What waits for the workers, how they are, and what they have laid aside; for the whole installation. Throws NotFound, SignedOut. */
export async function getQueueState(actor: Actor): Promise<QueueState> {
  requireCaretaker(actor);
  const [lines, workers, recurring, dead] = await Promise.all([listLines(), listWorkers(), listRecurring(), listDead()]);
  return {
    lines, workers, recurring,
    dead: dead.map(({ total: _total, ...letter }) => ({ ...letter, canRetry: letter.kind !== null && !isSecretMail(letter.kind as MailKind) })),
    deadCount: dead[0]?.total ?? 0,
  };
}
