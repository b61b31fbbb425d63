import { createBazaar, createFoundPairs } from "@/prisma/factories/pairing";
import { expect, test } from "./fixtures";
import { expectNoBarrier } from "./pages/barriers";
import { press, tabTo } from "./pages/keyboard";
import { words } from "./words";

const en = (key: string, values: Record<string, string> = {}) => words("en", key, values);

test("pairs are looked for, one is taken by keyboard, then all the others", async ({ page, signIn }) => {
  test.setTimeout(120_000);
  const { event, moderator } = await createBazaar(3, 3);
  await signIn(moderator.email);
  await page.goto(`/en/moderation/${event.slug}/pairing`);
  await tabTo(page, page.getByRole("link", { name: en("PairingPage.suggest") }));
  await press(page, "Enter");
  await expect(page.getByRole("heading", { level: 1, name: en("SuggestPairings.title") })).toBeVisible();
  await page.getByLabel(en("SuggestPairings.least")).selectOption("2");
  await tabTo(page, page.getByRole("button", { name: en("SuggestPairings.submit") }));
  await press(page, "Enter");
  // The worker reads what the six have written and then pairs them; the page comes anew by itself.
  await expect(page.getByText(en("PairingRun.proved"))).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText("That gives every organisation at least 2 meetings.")).toBeVisible();
  await expectNoBarrier(page);
  await page.setViewportSize({ width: 1280, height: 800 });

  const box = page.getByRole("checkbox").first();
  await tabTo(page, box);
  await press(page, "Space");
  await expect(box).toBeChecked();
  await tabTo(page, page.getByRole("button", { name: en("PairingRun.takeChosen") }));
  await press(page, "Enter");
  await expect(page.getByText(en("Notices.pairings_made"), { exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: "Agreed (1)" })).toBeVisible();
  const open = await page.getByRole("checkbox").count();
  await page.getByRole("button", { name: `Take all ${open} open pairs` }).click();
  await expect(page.getByText(en("PairingRun.none.open"))).toBeVisible();
  await expect(page.getByRole("link", { name: `Agreed (${open + 1})` })).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("nothing chosen is said, and what was typed stays", async ({ page, signIn }) => {
    const { event, moderator, poles: [pole], germans: [german] } = await createBazaar(1, 1);
    const run = await createFoundPairs(event.id, [[pole?.organisation.id ?? "", german?.organisation.id ?? ""]]);
    await signIn(moderator.email);
    await page.goto(`/en/moderation/${event.slug}/pairing/runs/${run.id}`);
    await page.getByLabel(en("PairingPage.subject")).fill("Two harbours");
    await page.getByRole("button", { name: en("PairingRun.takeChosen") }).click();
    await expect(page.getByText(en("Errors.nothing_chosen"))).toBeVisible();
    await expect(page.getByLabel(en("PairingPage.subject"))).toHaveValue("Two harbours");
    await page.getByRole("checkbox").check();
    await page.getByRole("button", { name: en("PairingRun.takeChosen") }).click();
    await expect(page.getByText(en("Notices.pairings_made"))).toBeVisible();
  });
});
