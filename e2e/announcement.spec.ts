import { createStage } from "@/prisma/factories/stage";
import { createThrong } from "@/prisma/factories/throng";
import { expect, test } from "./fixtures";
import { mailTo } from "./mail";
import { expectNoBarrier } from "./pages/barriers";
import { expectNotice, problems } from "./pages/form";
import { openHydrated } from "./pages/hydrated";
import { words } from "./words";

// The trace runs a script of its own in every frame, and the browser complains of it in that of the preview.
test.use({ trace: "off" });

const say = (key: string, values: Record<string, string> = {}) => words("de", key, values);
const announcementsOf = (event: string) => `/de/moderation/${event}/announcements`;

test("a moderator writes to a group: counts, preview, a test, one announcement in the reader's language", async ({ page, signIn, complaints }) => {
  test.setTimeout(300_000);
  const { event, moderator } = await createStage();
  const [reader, second] = await createThrong(event, 2);
  await signIn(moderator.email);
  await page.goto(announcementsOf(event.slug));
  await page.getByRole("link", { name: say("AnnouncementsPage.write") }).click();
  await page.getByRole("checkbox", { name: say("AnnouncementPage.group.approved"), exact: true }).check();
  await page.getByRole("checkbox", { name: "Polen" }).check();
  await page.getByRole("button", { name: say("AnnouncementPage.count") }).click();
  await expect(page.getByText("Das Rundschreiben erreicht 1 Person.")).toBeVisible();
  await openHydrated(page, page.url());
  const send = page.getByRole("button", { name: "An 1 Person senden" });
  await send.click();
  await expect(problems(page)).toContainText(say("Errors.nothing_written"));
  await page.getByLabel("Betreff, Deutsch").fill("Für {organisation}");
  await page.getByLabel("Text, Deutsch").fill("Bis bald, {person} <i>!</i>\n\n{button}");
  await page.getByRole("button", { name: "Vorschau: Englisch" }).click();
  await expect(page.frameLocator("iframe").getByText("Bis bald, Anna Nowak <i>!</i>")).toBeVisible();
  await expectNoBarrier(page);
  await page.getByRole("button", { name: say("AnnouncementPage.trial") }).click();
  await expect(page.getByText(say("MailPreview.trial_sent"))).toBeVisible();
  await mailTo(moderator.email, "Test: Für Bursztyn Software");
  await send.dblclick();
  await expectNotice(page, "de", "announcement_begun");
  const name = reader?.organisation.name ?? "";
  const mail = await mailTo(reader?.actor.email ?? "", `Für ${name}`);
  expect(mail.text).toMatch(/^Guten Tag,\n\nBis bald, .+ <i>!<\/i>\n\n.+:\nhttp\S+\n\n-- \nDie Veranstalter von „/);
  await expect(page.getByText(/^1 gesendet/)).toBeVisible({ timeout: 20_000 });
  await page.goto(announcementsOf(event.slug));
  await expect(page.getByRole("listitem").filter({ hasText: "Für {organisation}" })).toHaveCount(1);
  await expectNoBarrier(page);
  expect(second).toBeDefined();
  expect(complaints).toEqual([]);
});

test("what is not out when it is stopped is not sent, and the page says how much", async ({ page, signIn }) => {
  test.setTimeout(300_000);
  const { event, moderator } = await createStage();
  await createThrong(event, 600);
  await signIn(moderator.email);
  await openHydrated(page, `${announcementsOf(event.slug)}/new?groups=everyone`);
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
    await page.goto(`${announcementsOf(event.slug)}/new`);
    await page.getByRole("checkbox", { name: say("AnnouncementPage.group.everyone"), exact: true }).check();
    await page.getByRole("button", { name: say("AnnouncementPage.count") }).click();
    await page.getByLabel("Betreff, Englisch").fill("Welcome");
    await page.getByLabel("Text, Englisch").fill("Hello");
    await page.getByRole("button", { name: "An 1 Person senden" }).click();
    await expectNotice(page, "de", "announcement_begun");
  });
});
