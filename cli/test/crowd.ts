import { Client } from "pg";

type Answer = { ok: true } | { ok: false; reason: string };

/** How a crowd fared: how many got it, how many were refused for which reason, and what was thrown. */
export type Tally = { ok: number; refused: Record<string, number>; thrown: string[] };

/** Waits for all and counts. */
export async function tally(attempts: readonly Promise<Answer>[]): Promise<Tally> {
  const result: Tally = { ok: 0, refused: {}, thrown: [] };
  for (const attempt of await Promise.allSettled(attempts)) {
    if (attempt.status === "rejected") result.thrown.push(String(attempt.reason));
    else if (attempt.value.ok) result.ok += 1;
    else result.refused[attempt.value.reason] = (result.refused[attempt.value.reason] ?? 0) + 1;
  }
  return result;
}

/** `count` attempts at once. */
export function atOnce<T>(count: number, attempt: (index: number) => Promise<T>): Promise<T>[] {
  return Array.from({ length: count }, (_, index) => attempt(index));
}

/**
 * Deadlocks that PostgreSQL has counted in this test's database. A backend hands its counts in when it ends, so the
 * caller disconnects its clients first; this waits until they are gone.
 */
export async function countDeadlocks(): Promise<number> {
  const client = new Client({ connectionString: process.env["DATABASE_URL"] });
  await client.connect();
  try {
    const others = "SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'";
    while ((await client.query<{ n: number }>(others)).rows[0]?.n !== 0);
    const { rows } = await client.query<{ deadlocks: string }>("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()");
    return Number(rows[0]?.deadlocks);
  } finally {
    await client.end();
  }
}
