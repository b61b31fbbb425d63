import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, locales, test } from "./fixtures";
import { addresses } from "./pages/addresses";

const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).withTags(standards).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")}`));
}

const sideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

// Four looks at a page take their time on a busy machine.
test.setTimeout(180_000);

for (const locale of locales) {
  test.describe(`every page in ${locale}`, () => {
    for (const { path, as } of addresses) {
      test(`${path || "/"} as ${as}: no barrier, wide and narrow, light and dark`, async ({ page, signIn, complaints }) => {
        if (as !== "visitor") await signIn(as);
        const response = await page.goto(`/${locale}${path}`);
        expect(response?.status()).toBe(200);
        await expect(page.locator("html")).toHaveAttribute("lang", locale);
        await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
        for (const colorScheme of ["light", "dark"] as const) {
          await page.emulateMedia({ colorScheme });
          for (const width of [1280, 320]) {
            await page.setViewportSize({ width, height: 800 });
            expect.soft(await violations(page), `${colorScheme}, ${width} px`).toEqual([]);
            expect.soft(await sideways(page), `${width} px scrolls sideways`).toBeLessThanOrEqual(0);
          }
        }
        expect(complaints).toEqual([]);
      });
    }
  });
}

test("titles are unique in each language", async ({ page, signIn }) => {
  await signIn("pole");
  for (const locale of locales) {
    const titles: string[] = [];
    for (const { path } of addresses.filter((address) => address.as === "visitor" && address.path !== "/sign-in")) {
      await page.goto(`/${locale}${path}`);
      titles.push(await page.title());
    }
    expect(new Set(titles).size, titles.join(" | ")).toBe(titles.length);
  }
});
