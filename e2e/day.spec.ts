import { createDay } from "@/prisma/factories/day";
import { expect, test } from "./fixtures";
import { expectNoBarrier } from "./pages/barriers";
import { openHydrated } from "./pages/hydrated";
import { words } from "./words";

const say = (key: string, values: Record<string, string> = {}) => words("en", key, values);

test("a moderator sees who comes, gives somebody up, repairs the day, and takes that back", async ({ page, signIn, open }) => {
  const { event, moderator, people: { anna, bernd, fritz } } = await createDay();
  const board = `/en/moderation/${event.slug}/day`;
  const agenda = `/en/events/${event.slug}/agenda`;
  await signIn(moderator.email);
  await openHydrated(page, board);
  const inTable = (name: string) => page.getByRole("table").getByText(name).first().locator("xpath=..");
  await expect(inTable(bernd.organisation.name)).toContainText(say("DayPage.since.expected"));

  // He says that he is here, and the board shows it by itself.
  const hisPage = await open(bernd.actor.email);
  await openHydrated(hisPage, agenda);
  await hisPage.getByRole("button", { name: say("AgendaDay.checkIn") }).click();
  await expect(hisPage.getByText(say("Notices.checked_in"))).toBeVisible();
  await expect(inTable(bernd.organisation.name)).not.toContainText(say("DayPage.since.expected"));

  // By keyboard: she does not come.
  const name = say("DayPage.person", { person: "Alex Example", organisation: anna.organisation.name });
  const giveUp = page.getByRole("button", { name: say("DayPage.sayLabel.absent", { name }) }).first();
  await giveUp.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: say("Notices.attendance_absent") })).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: anna.organisation.name })).toBeVisible();
  const replaced = page.getByRole("row").filter({ hasText: fritz.organisation.name });
  await expect(replaced).toContainText(bernd.organisation.name);
  await expectNoBarrier(page);
  await page.getByRole("button", { name: say("DayRepair.apply") }).click();
  await expect(page.getByText(say("Notices.day_released"))).toBeVisible();
  await expectNoBarrier(page);

  // Both find it in their agendas: his was open.
  await expect(hisPage.getByRole("link", { name: fritz.organisation.name }).first()).toBeVisible();
  await page.getByRole("button", { name: new RegExp(`^${say("DayPage.undo")}:`) }).click();
  await expect(page.getByText(say("Notices.day_undone"))).toBeVisible();
  await expect(hisPage.getByRole("link", { name: anna.organisation.name }).first()).toBeVisible();
});
