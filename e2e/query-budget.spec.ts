import type { Page } from "@playwright/test";
import { createCrowd } from "@/prisma/factories/crowd";
import { countQueries, forgetQueries, isWorkerDone } from "@/prisma/factories/query-count";
import { expect, test } from "./fixtures";
import { addresses, event } from "./pages/addresses";

// The counts are those of the whole database: these tests run alone, after all others (playwright.config.ts).
test.describe.configure({ mode: "serial" });

const budget = 12;

/** The fewest queries of three visits: something else of the portal may have run during one of them. */
async function visit(page: Page, path: string): Promise<number> {
  const counts: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    await forgetQueries();
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
    if (as !== "visitor") expect(count).toBeGreaterThan(0);
  });
}

test(`an offer that is edited, with what helps to write it, needs at most ${budget} queries`, async ({ page, signIn }) => {
  await signIn("pole");
  const path = addresses.find((one) => one.path.endsWith("/offers"))?.path ?? "";
  const list = await (await page.request.get(`/en${path}`)).text();
  const count = await visit(page, `${path}?edit=${/offers\?edit=([0-9a-f-]{36})/.exec(list)?.[1] ?? ""}`);
  expect(count).toBeGreaterThan(counted.get(path) ?? 0);
  expect(count).toBeLessThanOrEqual(budget);
});

test("a hundred organisations more cost no query more", async ({ page, signIn }) => {
  test.setTimeout(240_000);
  await createCrowd(event, 100);
  // What the worker asks about newcomers belongs to no page.
  await expect.poll(isWorkerDone, { timeout: 150_000 }).toBe(true);
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
