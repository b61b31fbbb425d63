import { expect, locales, test } from "./fixtures";
import { addresses } from "./pages/addresses";

test.use({ javaScriptEnabled: false });

for (const locale of locales) {
  test(`public pages say everything without JavaScript (${locale})`, async ({ page }) => {
    for (const { path } of addresses.filter(({ as }) => as === "visitor")) {
      const response = await page.goto(`/${locale}${path}`);
      expect(response?.status()).toBe(200);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(page.getByRole("contentinfo")).toContainText("Interreg V A");
      for (const language of locales) {
        await expect(page.locator(`link[rel="alternate"][hreflang="${language}"]`).first(), path).toHaveCount(["/sign-in", "/unsubscribe"].includes(path) || path.includes("register") ? 0 : 1);
      }
    }
  });
}

test("the language switch keeps the page and its filters", async ({ page }) => {
  await page.goto("/en/organisations?country=DE");
  await page.getByRole("link", { name: "Polski" }).click();
  await expect(page).toHaveURL(/\/pl\/organisations/);
});
