import { createMeeting, createParticipant } from "@/prisma/factories/meeting";
import { createFinishedRun, createRun, failRun } from "@/prisma/factories/schedule";
import { createStage } from "@/prisma/factories/stage";
import { expect, test } from "./fixtures";
import { expectNotice } from "./pages/form";
import { words } from "./words";

const en = (key: string, values: Record<string, string> = {}) => words("en", key, values);

/** An event in which one person has more meetings than there are slots. */
async function createCrush() {
  const { programme, event, moderator } = await createStage();
  const place = { id: event.id, programmeId: programme.id };
  const [star, ...others] = await Promise.all(Array.from({ length: 9 }, () => createParticipant(place)));
  if (!star) throw new Error("nobody takes part");
  const meetings = [];
  for (const other of others) meetings.push(await createMeeting(star, other));
  return { event, moderator, star, meetings, path: `/en/moderation/${event.slug}/schedule` };
}

test("what does not fit is left out, with the reason; a discarded result changes nothing", async ({ page, signIn }) => {
  test.setTimeout(120_000);
  const { moderator, star, path } = await createCrush();
  await signIn(moderator.email);
  await page.goto(path);
  await page.getByLabel(en("OptimiseCard.seconds")).selectOption("5");
  await page.getByRole("button", { name: en("OptimiseCard.submit"), exact: true }).click();
  await expect(page.getByRole("heading", { name: en("ScheduleConflict.title") })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText("1 meeting stays without a place. Proved: it cannot be fewer.");
  await expect(page.getByText(`(${star.organisation.name}) takes part in 8 of these meetings and has 7 free slots.`)).toBeVisible();
  await page.getByRole("button", { name: en("RunPage.discard") }).click();
  await expectNotice(page, "en", "run_discarded");
  await expect(page.getByText(en("ScheduleRelease.empty"))).toBeVisible();
});

test("a result of an earlier draft cannot be accepted any more", async ({ page, signIn }) => {
  const { event, moderator, meetings, path } = await createCrush();
  const run = await createFinishedRun(event, "of another draft", [[meetings[0]?.id ?? "", 0, 0]]);
  await signIn(moderator.email);
  await page.goto(`${path}/runs/${run.id}`);
  await expect(page.getByText(en("RunPage.outdatedTitle"))).toBeVisible();
  await expect(page.getByRole("button", { name: en("RunPage.accept") })).toHaveCount(0);
});

test("a page that is slow to come is waited for, not asked for again and again", async ({ page, signIn }) => {
  const { event, moderator, path } = await createCrush();
  const run = await createRun(event.id, { state: "running", attempts: 1, startedAt: new Date(), heartbeatAt: new Date(Date.now() + 3_600_000) });
  await signIn(moderator.email);
  await page.clock.install();
  await page.goto(`${path}/runs/${run.id}`);
  await expect(page.getByText(en("RunPage.searching"))).toBeVisible();
  let asked = 0;
  const { promise: mayAnswer, resolve: answer } = Promise.withResolvers<void>();
  await page.route(`**/runs/${run.id}**`, async (route) => {
    asked += 1;
    await mayAnswer;
    await route.continue();
  });
  await expect.poll(async () => {
    await page.clock.runFor(1000);
    return asked;
  }).toBe(1);
  await page.clock.runFor(10_000);
  expect(asked).toBe(1);
  await failRun(run.id);
  answer();
  await expect(page.getByText(en("RunPage.failedTitle"))).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a run at work can be stopped, and the page comes anew by itself", async ({ page, signIn }) => {
    const { event, moderator, path } = await createCrush();
    // Its worker is heard of for an hour to come, and does nothing.
    const run = await createRun(event.id, { state: "running", attempts: 1, startedAt: new Date(), heartbeatAt: new Date(Date.now() + 3_600_000) });
    await signIn(moderator.email);
    await page.goto(path);
    await page.getByRole("link", { name: en("OptimiseCard.toRun") }).click();
    await expect(page.getByText(en("RunPage.searching"))).toBeVisible();
    await page.waitForRequest((request) => request.isNavigationRequest() && request.url().endsWith(run.id));
    await page.getByRole("button", { name: en("RunPage.cancel") }).click();
    await expect(page.getByText(en("RunPage.cancelling"))).toBeVisible();
  });
});
