import { createForeignPool, createInterpreter } from "@/prisma/factories/interpreter";
import { placeCircle } from "@/prisma/factories/schedule";
import { expect, test } from "./fixtures";
import { words } from "./words";

const say = (key: string, values: Record<string, string> = {}) => words("en", key, values);

// A whole day in one journey takes its time on a busy machine.
test.setTimeout(180_000);

test("a moderator keeps the list, releases who translates, and replaces somebody who is missing", async ({ page, open, signIn }) => {
  // German against Polish, two meetings in each of two slots; Anna is there in both.
  const pool = await createForeignPool(4);
  await placeCircle(pool);
  await createInterpreter(pool.event, { name: "Anna Lis" });
  const path = `/en/moderation/${pool.event.slug}/interpreters`;
  await signIn(pool.moderator.email);
  await page.goto(path);
  await expect(page.getByText("2 meetings have no interpreter")).toBeVisible();
  await expect(page.getByText(/^13:15–13:29: 2 meetings need (?:German–Polish|Polish–German), 1 interpreter is free$/)).toBeVisible();

  const form = page.getByRole("form", { name: say("InterpretersPage.addTitle") });
  await form.getByRole("textbox", { name: say("InterpretersPage.name") }).fill("Bogdan Kern");
  await form.getByRole("checkbox", { name: "German" }).check();
  await form.getByRole("button", { name: say("InterpretersPage.add") }).click();
  await expect(form.getByText("Please choose at least 2 options.").first()).toBeVisible();
  await expect(form.getByRole("textbox", { name: say("InterpretersPage.name") })).toHaveValue("Bogdan Kern");
  await form.getByRole("checkbox", { name: "Polish" }).check();
  await form.getByRole("button", { name: say("InterpretersPage.add") }).click();
  await expect(page.getByText(say("Notices.interpreter_saved"))).toBeVisible();
  await expect(page.getByText("All 4 placed meetings that need an interpreter have one.")).toBeVisible();

  const rows = page.getByRole("table", { name: say("InterpretersPage.plan") }).getByRole("row");
  await expect(rows).toHaveCount(5);
  const first = rows.nth(1);
  await first.getByRole("combobox").selectOption({ label: "Bogdan Kern" });
  await first.getByRole("button").click();
  await expect(page.getByText(say("Notices.interpreter_chosen"))).toBeVisible();
  await expect(rows.nth(1).getByRole("cell").nth(2)).toHaveText("Bogdan Kern");

  await page.goto(`/en/moderation/${pool.event.slug}/schedule`);
  await expect(page.getByText(say("SchedulePage.interpreter", { name: "Bogdan Kern" })).first()).toBeVisible();
  await page.getByRole("button", { name: say("ScheduleRelease.submit", { number: "1" }) }).click();
  await expect(page.getByText(say("Notices.schedule_released"))).toBeVisible();

  const reader = await open(pool.participants[0]?.actor.email);
  await reader.goto(`/en/events/${pool.event.slug}/agenda`);
  await expect(reader.getByText(/^You have no language in common: (?:Anna Lis|Bogdan Kern) translates\.$/)).toHaveCount(2);

  await page.goto(path);
  await page.locator("summary").filter({ hasText: "Bogdan Kern" }).click();
  await page.getByRole("link", { name: say("InterpretersPage.away", { name: "Bogdan Kern" }) }).click();
  const title = say("InterpreterPresence.awayTitle", { name: "Bogdan Kern" });
  await expect(page.getByRole("table", { name: title }).getByRole("row")).toHaveCount(3);
  await page.getByRole("button", { name: say("InterpreterPresence.awayApply") }).click();
  await expect(page.getByText(say("Notices.interpreter_away"))).toBeVisible();
  await expect(page.getByText("2 meetings have no interpreter")).toBeVisible();
  await reader.goto(`/en/events/${pool.event.slug}/agenda`);
  await expect(reader.getByText("Bogdan Kern")).toHaveCount(0);
});
