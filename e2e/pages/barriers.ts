import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect } from "../fixtures";

const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const views = [
  { colorScheme: "light", width: 1280, rules: "all" },
  { colorScheme: "dark", width: 1280, rules: "contrast" },
  { colorScheme: "light", width: 320, rules: "contrast" },
  { colorScheme: "dark", width: 320, rules: "all" },
] as const;

/** What axe finds: by all rules at both widths, by the rule of contrast in all four views, since colours are all that differ. */
async function violations(page: Page, rules: "all" | "contrast"): Promise<string[]> {
  // In a frame that may run nothing, axe would wait for ever. There is no frame of another origin, so nothing asks for the
  // second page in which axe puts the findings of frames together: that takes longer than the looking.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] }).exclude('iframe[sandbox=""]');
  const { violations: found } = await (rules === "all" ? axe.withTags(standards) : axe.withRules(["color-contrast"])).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")}`));
}

const sideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

/** Neither axe finds anything nor does the page scroll sideways: wide and narrow, light and dark. */
export async function expectNoBarrier(page: Page): Promise<void> {
  for (const { colorScheme, width, rules } of views) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    expect.soft(await violations(page, rules), `${colorScheme}, ${width} px`).toEqual([]);
    expect.soft(await sideways(page), `${width} px scrolls sideways`).toBeLessThanOrEqual(0);
  }
}
