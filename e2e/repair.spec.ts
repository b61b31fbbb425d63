import type { Page } from "@playwright/test";
import { createLateSchedule } from "@/prisma/factories/late";
import { expect, test } from "./fixtures";
import { words } from "./words";

const say = (key: string, values: Record<string, string> = {}) => words("en", key, values);

/** How many meetings of the draft have a place. */
async function countPlaced(page: Page): Promise<string> {
  return page.locator("dl > div").filter({ hasText: say("SchedulePage.placed") }).locator("dd").innerText();
}

test("a moderator looks at a repair, takes it over, and undoes it", async ({ page, signIn }) => {
  const { event, moderator, stuckName } = await createLateSchedule();
  await signIn(moderator.email);
  await page.goto(`/en/moderation/${event.slug}/schedule`);
  expect(await countPlaced(page)).toBe("3");
  await page.getByRole("link", { name: say("RepairCard.show") }).click();
  await expect(page.getByRole("heading", { level: 1, name: say("RepairPage.title") })).toBeVisible();
  // One meeting makes room for the one that is stuck; the one that waits has a free slot.
  await expect(page.getByText(say("RepairPage.proved"))).toBeVisible();
  const row = page.getByRole("row").filter({ hasText: stuckName });
  await expect(row).toContainText(say("RepairPage.kind.new"));
  await expect(page.getByRole("row").filter({ hasText: say("RepairPage.kind.moved") })).toHaveCount(1);
  await expect(page.getByRole("row").filter({ hasText: say("RepairPage.kind.room") })).toHaveCount(0);
  await page.getByRole("button", { name: say("RepairPage.apply") }).click();
  await expect(page.getByText(say("Notices.repair_applied"))).toBeVisible();
  expect(await countPlaced(page)).toBe("5");
  await page.getByRole("button", { name: say("RepairCard.undo") }).click();
  await expect(page.getByText(say("Notices.repair_undone"))).toBeVisible();
  expect(await countPlaced(page)).toBe("3");
});

test("a late meeting without a time gets one from either of the two", async ({ page, signIn }) => {
  const { event, reader, late } = await createLateSchedule();
  await signIn(reader.actor.email);
  await page.goto(`/en/events/${event.slug}/requests/${late.waiting.request.id}`);
  await expect(page.getByText(say("OtherTimes.first"))).toBeVisible();
  await page.getByRole("button", { name: "14:03–14:17" }).click();
  await expect(page.getByText(say("Notices.time_chosen"))).toBeVisible();
  await expect(page.getByText("14:03–14:17").first()).toBeVisible();
  await expect(page.locator("summary").filter({ hasText: say("OtherTimes.other") })).toBeVisible();
});
