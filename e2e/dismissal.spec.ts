import type { Page } from "@playwright/test";
import { createStage, enterStage, type Player } from "@/prisma/factories/stage";
import { expect, locales, people, test, type Locale } from "./fixtures";
import { expectNoBarrier } from "./pages/barriers";
import { problems } from "./pages/form";
import { openHydrated } from "./pages/hydrated";
import { card } from "./pages/main-job";
import { words } from "./words";

/** Two organisations of the demo data that suit each other, in an event of their own. */
async function setStage() {
  const stage = await createStage();
  const players = await enterStage(stage, [people.pole, people.german]);
  const partner = players.find(({ email }) => email === people.german);
  if (!partner) throw new Error("nobody to suggest");
  return { path: `/events/${stage.event.slug}/partners`, partner };
}

/** The reader's side of a dismissal, in words. */
function speak(locale: Locale, { organisation: { name } }: Player) {
  return (key: string) => words(locale, key, { name });
}

async function unfold(page: Page, say: (key: string) => string) {
  await page.locator("summary", { hasText: say("Dismissal.summary") }).first().click();
  return page.getByRole("form", { name: say("Dismissal.label") });
}

async function dismiss(page: Page, say: (key: string) => string, reason: string): Promise<void> {
  const form = await unfold(page, say);
  await form.getByRole("radio", { name: say(`DismissalReasons.${reason}`) }).check();
  await form.getByRole("button", { name: say("Dismissal.submit") }).click();
  await expect(page.getByText(say("Dismissal.done"))).toBeVisible();
}

for (const locale of locales) {
  test(`what does not suit is dismissed, undone in its place, and listed (${locale})`, async ({ page, signIn, open, complaints }) => {
    test.setTimeout(240_000);
    const { path, partner } = await setStage();
    const { name } = partner.organisation;
    const say = speak(locale, partner);
    await signIn("pole");
    await openHydrated(page, `/${locale}${path}?view=suggested`);
    const form = await unfold(page, say);
    await expectNoBarrier(page);
    await form.getByRole("button", { name: say("Dismissal.submit") }).click();
    await expect(problems(page)).toContainText(say("Errors.required"));
    await form.getByRole("radio", { name: say("DismissalReasons.wrong_subject") }).check();
    await form.getByLabel(say("Dismissal.note")).fill("Za mało wspólnego");
    await form.getByRole("button", { name: say("Dismissal.submit") }).click();
    await expect(page.getByText(say("Dismissal.done"))).toBeVisible();
    await expect(card(page, name)).toHaveCount(0);
    await expectNoBarrier(page);

    await page.getByRole("button", { name: say("Dismissal.undoLabel") }).click();
    await expect(card(page, name)).toBeVisible();
    await dismiss(page, say, "other");
    await page.goto(`/${locale}${path}?view=suggested`);
    await expect(page.getByText(say("Directory.noSuggestionTitle"))).toBeVisible();

    // Its profile says so, too, and why they would fit.
    await page.goto(`/${locale}${path}/${partner.organisation.slug}`);
    await expect(page.getByRole("heading", { level: 2, name: say("Directory.whyTitle") })).toBeVisible();
    await expect(page.getByText(say("Dismissal.done"))).toBeVisible();

    // It stays in the list of all, and the other side reads of the own organisation as before.
    await page.goto(`/${locale}${path}`);
    await expect(card(page, name)).toBeVisible();
    const other = await open("german");
    await other.goto(`/${locale}${path}?view=suggested`);
    await expect(other.getByRole("heading", { level: 3 })).toHaveCount(1);

    await page.goto(`/${locale}${path}?view=suggested`);
    await page.getByRole("link", { name: say("Directory.view_dismissed") }).click();
    await expect(page.getByRole("listitem").filter({ hasText: name })).toContainText(say("DismissalReasons.other"));
    await expectNoBarrier(page);
    await page.getByRole("button", { name: say("Dismissal.restoreLabel") }).click();
    await expect(page.getByText(say("Dismissal.emptyTitle"))).toBeVisible();
    expect(complaints).toEqual([]);
  });
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("what does not suit is dismissed and undone", async ({ page, signIn }) => {
    const { path, partner } = await setStage();
    const say = speak("pl", partner);
    await signIn("pole");
    await page.goto(`/pl${path}?view=suggested`);
    const form = await unfold(page, say);
    await form.getByRole("button", { name: say("Dismissal.submit") }).click();
    await expect(problems(page)).toContainText(say("Errors.required"));
    // The form that comes back with an error is open.
    await form.getByRole("radio", { name: say("DismissalReasons.known") }).check();
    await form.getByRole("button", { name: say("Dismissal.submit") }).click();
    await expect(page.getByText(say("Dismissal.done"))).toBeVisible();
    await page.getByRole("button", { name: say("Dismissal.undoLabel") }).click();
    await expect(card(page, partner.organisation.name)).toBeVisible();
  });
});
