import { createParticipant } from "@/prisma/factories/meeting";
import { db } from "@/prisma/client";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { addresses, event as eventSlug } from "./pages/addresses";

// The counts are those of the whole database: these tests run alone, after all others (playwright.config.ts).
test.describe.configure({ mode: "serial" });

const budget = 12;

/** Queries that the portal has sent since the last reset; the worker's looks at its outbox and clock are not a page's. */
async function countQueries(): Promise<number> {
  const [row] = await db.$queryRaw<{ calls: number }[]>`
    SELECT coalesce(sum(calls), 0)::int AS calls FROM pg_stat_statements
    WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database()) AND toplevel
      AND query ~* '^\s*(select|insert|update|delete|with)' AND query !~* 'pg_stat_statements|"Mail"|"expiresAt" (<|<=) '`;
  return row?.calls ?? 0;
}

/** The fewest queries of three visits: something else of the portal may have run during one of them. */
async function visit(page: Page, path: string): Promise<number> {
  const counts: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    await db.$queryRaw`SELECT pg_stat_statements_reset()::text`;
    const response = await page.request.get(`/en${path}`);
    expect(response.status()).toBe(200);
    counts.push(await countQueries());
  }
  return Math.min(...counts);
}

const counted = new Map<string, number>();

for (const { path, as } of addresses) {
  test(`${path || "/"} needs at most ${budget} queries`, async ({ page, signIn }) => {
    if (as !== "visitor") await signIn(as);
    const count = await visit(page, path);
    counted.set(path, count);
    expect(count).toBeLessThanOrEqual(budget);
    expect(count).toBeGreaterThan(0);
  });
}

test("a hundred organisations more cost no query more", async ({ page, signIn }) => {
  const event = await db.event.findUniqueOrThrow({ where: { slug: eventSlug } });
  await db.event.update({ where: { id: event.id }, data: { capacity: null } });
  for (let index = 0; index < 100; index += 1) await createParticipant(event, index % 2 === 0 ? "PL" : "DE");
  const more: string[] = [];
  for (const part of ["visitor", "pole", "moderator", "organiser"] as const) {
    if (part !== "visitor") await signIn(part);
    for (const { path } of addresses.filter(({ as }) => as === part)) {
      const count = await visit(page, path);
      const before = counted.get(path) ?? 0;
      // Empty lists save a query that full ones need; never more than that.
      if (count > before + 1) more.push(`${path}: ${before}, then ${count}`);
    }
  }
  expect(more).toEqual([]);
});
