import { db } from "../client";

/** Forgets what pg_stat_statements has counted. */
export async function forgetQueries(): Promise<void> {
  await db.$queryRaw`SELECT pg_stat_statements_reset()::text`;
}

/**
 * Queries that this database has answered since, without the looks that the worker takes at its queues, at mails, at runs
 * that wait and at the clock, which belong to no page. It looks at mails by SQL of ours, which names no schema.
 */
export async function countQueries(): Promise<number> {
  const [row] = await db.$queryRaw<{ calls: number }[]>`
    SELECT coalesce(sum(calls), 0)::int AS calls FROM pg_stat_statements
    WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database()) AND toplevel
      AND query ~* '^\s*(select|insert|update|delete|with)' AND query !~* 'pg_stat_statements|pgboss[.]|select now[(][)]|(^|[^.])"Mail"|UPDATE "public"[.]"Mail"|UPDATE "(Schedule|Pairing)Run"|"expiresAt" (<|<=) '`;
  return row?.calls ?? 0;
}

/** Whether the worker has read every organisation and measured how well everybody's best partner fits: it asks nothing more for a while. */
export async function isWorkerDone(): Promise<boolean> {
  const [row] = await db.$queryRaw<{ isDone: boolean }[]>`
    SELECT NOT EXISTS (SELECT 1 FROM "Organisation" WHERE "readBy" IS NULL)
      AND NOT EXISTS (
        SELECT 1 FROM "Admission" a WHERE a."state" = 'approved' AND NOT EXISTS (
          SELECT 1 FROM "BestFit" f WHERE f."programmeId" = a."programmeId" AND f."eventId" IS NULL AND f."organisationId" = a."organisationId"))
      AND NOT EXISTS (
        SELECT 1 FROM "Registration" r JOIN "Event" e ON e."id" = r."eventId" AND e."kind" = 'matchmaking' AND e."endsAt" > now()
          JOIN "Admission" a ON a."programmeId" = e."programmeId" AND a."organisationId" = r."organisationId" AND a."state" = 'approved'
        WHERE r."state" = 'approved' AND NOT EXISTS (
          SELECT 1 FROM "BestFit" f WHERE f."eventId" = e."id" AND f."organisationId" = r."organisationId")) AS "isDone"`;
  return row?.isDone === true;
}
