import { expect, locales, test } from "./fixtures";
import { expectNoBarrier } from "./pages/barriers";
import { problems } from "./pages/form";
import { openHydrated } from "./pages/hydrated";
import { words } from "./words";

for (const locale of locales) {
  test(`a search is saved under a name, found again, renamed and deleted (${locale})`, async ({ page, signIn, complaints }) => {
    test.setTimeout(120_000);
    const say = (key: string, values: Record<string, string> = {}) => words(locale, key, values);
    const [first, second] = [`Brücke ${crypto.randomUUID()}`, `Most ${crypto.randomUUID()}`];
    await signIn("german");
    // Each its own search, as the same one is kept once for one person.
    await openHydrated(page, `/${locale}/partners?q=most+${locale}&country=PL`);
    await page.locator("summary", { hasText: say("SavedSearches.save") }).click();
    const form = page.getByRole("form", { name: say("SavedSearches.save") });
    await expectNoBarrier(page);
    await form.getByLabel(say("SavedSearches.name")).fill("");
    await form.getByRole("button", { name: say("SavedSearches.saveSubmit") }).click();
    await expect(problems(page)).toContainText(say("Errors.required"));
    await form.getByLabel(say("SavedSearches.name")).fill(first);
    await form.getByRole("button", { name: say("SavedSearches.saveSubmit") }).click();
    await expect(page.getByText(say("Notices.search_saved"))).toBeVisible();
    await expectNoBarrier(page);

    const saved = page.getByRole("listitem").filter({ hasText: first });
    await saved.getByRole("link", { name: say("SavedSearches.showLabel", { name: first }) }).click();
    await expect(page.getByRole("searchbox")).toHaveValue(`most ${locale}`);
    await page.getByRole("link", { name: say("SavedSearches.title"), exact: true }).click();
    await saved.locator("summary").click();
    await saved.getByLabel(say("SavedSearches.name")).fill(second);
    await saved.getByRole("button", { name: say("SavedSearches.renameSubmit") }).click();
    await expect(page.getByRole("heading", { name: second })).toBeVisible();
    await expectNoBarrier(page);
    await page.getByRole("button", { name: say("SavedSearches.deleteLabel", { name: second }) }).click();
    await expect(page.getByRole("heading", { name: second })).toHaveCount(0);
    expect(complaints).toEqual([]);
  });
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a search is saved and deleted", async ({ page, signIn }) => {
    const say = (key: string, values: Record<string, string> = {}) => words("pl", key, values);
    const name = `Magazyn ${crypto.randomUUID()}`;
    await signIn("pole");
    await page.goto("/pl/partners?q=magazyn");
    await page.locator("summary", { hasText: say("SavedSearches.save") }).click();
    await page.getByLabel(say("SavedSearches.name")).fill(name);
    await page.getByRole("button", { name: say("SavedSearches.saveSubmit") }).click();
    await expect(page.getByRole("heading", { name })).toBeVisible();
    await page.getByRole("button", { name: say("SavedSearches.deleteLabel", { name }) }).click();
    await expect(page.getByRole("heading", { name })).toHaveCount(0);
  });
});
