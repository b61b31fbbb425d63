import { db } from "../client";

/** Forgets what pg_stat_statements has counted. */
export async function forgetQueries(): Promise<void> {
  await db.$queryRaw`SELECT pg_stat_statements_reset()::text`;
}

/**
 * Queries that this database has answered since, without the looks that the worker takes at its outbox, at runs that
 * wait and at the clock, which belong to no page.
 */
export async function countQueries(): Promise<number> {
  const [row] = await db.$queryRaw<{ calls: number }[]>`
    SELECT coalesce(sum(calls), 0)::int AS calls FROM pg_stat_statements
    WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database()) AND toplevel
      AND query ~* '^\s*(select|insert|update|delete|with)' AND query !~* 'pg_stat_statements|"Mail"|UPDATE "ScheduleRun"|"expiresAt" (<|<=) '`;
  return row?.calls ?? 0;
}
