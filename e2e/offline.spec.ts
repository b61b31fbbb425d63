import type { Page } from "@playwright/test";
import { createSecretSchedule } from "@/prisma/factories/privacy";
import { expect, test } from "./fixtures";
import { words } from "./words";

const say = (key: string) => words("de", key);
const before = say("AgendaPage.offline").split("{when}")[0] ?? "";

test.setTimeout(180_000);

/** Paths of everything that the browser keeps, but static parts. */
async function kept(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const stores = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
    return stores.flat().map(({ url }) => new URL(url)).filter(({ pathname }) => !pathname.startsWith("/_next/static/")).map(({ pathname, search }) => pathname + search);
  });
}

test("the agenda opens without network once it was opened, says how old it is, and is gone after signing out", async ({ page, context, complaints, signIn }) => {
  const { event, reader, own } = await createSecretSchedule();
  const path = `/de/events/${event.slug}/agenda`;
  await signIn(reader.actor.email);
  await page.goto(path);
  const note = page.getByText(before);
  await expect(note).toBeHidden();
  await expect.poll(() => kept(page)).toEqual([path]);
  // Kept whole: the page, and every part that it names.
  await expect.poll(() => page.evaluate(async (name) => {
    const store = await caches.open(name);
    const html = (await (await store.match(name.replace("pomost-agenda ", "")))?.text()) ?? "";
    const named = [...html.matchAll(/(?:src|href)="(\/_next\/static\/[^"]+)"/g)].map(([, part]) => part ?? "");
    const missing = await Promise.all(named.map(async (part) => ((await store.match(part)) ? [] : [part])));
    return named.length > 0 ? missing.flat() : null;
  }, `pomost-agenda ${path}`)).toEqual([]);

  await page.goto("/de/desk");
  await context.setOffline(true);
  await page.goto(path);
  await expect(note).toBeVisible();
  await expect(page.getByRole("heading", { name: own[0] ?? "" })).toBeVisible();
  await expect(page.getByRole("link", { name: own[0] ?? "" })).toHaveCSS("text-decoration-line", "underline");
  await expect(page.getByRole("navigation", { name: words("de", "AgendaPage.views") })).toBeHidden();
  // Its scripts run under the policy that it came with.
  await page.waitForFunction(() => Object.keys(document.querySelector("main h1") ?? {}).some((key) => key.startsWith("__reactFiber$")));
  expect(complaints.filter((line) => /Content Security Policy/i.test(line))).toEqual([]);
  await expect(page.goto("/de/desk")).rejects.toThrow(/ERR_INTERNET_DISCONNECTED/);

  await context.setOffline(false);
  await page.goto(path);
  await expect(note).toBeHidden();
  await page.goto("/de/account");
  await page.getByRole("button", { name: say("Account.signOut") }).click();
  await expect(page.getByText(say("Notices.signed_out"))).toBeVisible();
  await expect.poll(() => page.evaluate(async () => [(await caches.keys()).length, (await navigator.serviceWorker.getRegistrations()).length])).toEqual([0, 0]);
  await context.setOffline(true);
  await expect(page.goto(path)).rejects.toThrow(/ERR_INTERNET_DISCONNECTED/);
});

test("an agenda whose session is over elsewhere is forgotten when the network is back", async ({ page, context, signIn }) => {
  const { event, reader } = await createSecretSchedule();
  const path = `/de/events/${event.slug}/agenda`;
  await signIn(reader.actor.email);
  await page.goto(path);
  await expect.poll(() => kept(page)).toEqual([path]);
  await context.clearCookies();
  await page.goto(path);
  await expect(page).toHaveURL(/\/de\/sign-in/);
  await expect.poll(() => kept(page)).toEqual([]);
});
