import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, locales, test } from "./fixtures";
import { addresses } from "./pages/addresses";

const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const views = [
  { colorScheme: "light", width: 1280, rules: "all" },
  { colorScheme: "dark", width: 1280, rules: "contrast" },
  { colorScheme: "light", width: 320, rules: "contrast" },
  { colorScheme: "dark", width: 320, rules: "all" },
] as const;

/** What axe finds: by all rules at both widths, by the rule of contrast in all four views, since colours are all that differ. */
async function violations(page: Page, rules: "all" | "contrast"): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const { violations: found } = await (rules === "all" ? axe.withTags(standards) : axe.withRules(["color-contrast"])).analyze();
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
        for (const { colorScheme, width, rules } of views) {
          await page.emulateMedia({ colorScheme });
          await page.setViewportSize({ width, height: 800 });
          expect.soft(await violations(page, rules), `${colorScheme}, ${width} px`).toEqual([]);
          expect.soft(await sideways(page), `${width} px scrolls sideways`).toBeLessThanOrEqual(0);
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
