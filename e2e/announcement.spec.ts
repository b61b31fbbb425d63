import { createStage } from "@/prisma/factories/stage";
import { createThrong } from "@/prisma/factories/throng";
import { expect, test } from "./fixtures";
import { expectNotice } from "./pages/form";
import { openHydrated } from "./pages/hydrated";
import { words } from "./words";

const say = (key: string, values: Record<string, string> = {}) => words("de", key, values);
const page1 = (event: string) => `/de/moderation/${event}/announcements`;

test("what is not out when it is stopped is not sent, and the page says how much", async ({ page, signIn }) => {
  test.setTimeout(180_000);
  const { event, moderator } = await createStage();
  await createThrong(event, 600);
  await signIn(moderator.email);
  await openHydrated(page, `${page1(event.slug)}/new?groups=everyone`);
  await page.getByLabel("Betreff, Englisch").fill("Too many");
  await page.getByLabel("Text, Englisch").fill("Hello");
  await page.getByRole("button", { name: "An 600 Personen senden" }).click();
  await expectNotice(page, "de", "announcement_begun");
  await page.getByRole("button", { name: say("AnnouncementsPage.stop") }).click();
  await expectNotice(page, "de", "announcement_stopped");
  const line = page.getByText(/\d+ gesendet · \d+ nicht gesendet$/);
  await expect(line).toBeVisible({ timeout: 20_000 });
  const [, sent, unsent] = /(\d+) gesendet · (\d+) nicht gesendet/.exec(await line.innerText()) ?? [];
  expect([Number(sent) + Number(unsent), Number(unsent) > 0]).toEqual([600, true]);
  await page.reload();
  await expect(page.getByText(`${sent} gesendet · ${unsent} nicht gesendet`)).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("an announcement is written and sent", async ({ page, signIn }) => {
    const { event, moderator } = await createStage();
    await createThrong(event, 1);
    await signIn(moderator.email);
    await page.goto(`${page1(event.slug)}/new`);
    await page.getByRole("checkbox", { name: say("AnnouncementPage.group.everyone"), exact: true }).check();
    await page.getByRole("button", { name: say("AnnouncementPage.count") }).click();
    await page.getByLabel("Betreff, Englisch").fill("Welcome");
    await page.getByLabel("Text, Englisch").fill("Hello");
    await page.getByRole("button", { name: "An 1 Person senden" }).click();
    await expectNotice(page, "de", "announcement_begun");
  });
});
