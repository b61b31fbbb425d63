import { AxeBuilder } from "@axe-core/playwright";
import { chromium } from "@playwright/test";
import { expect, test } from "vitest";
import { chromiumOptions } from "@/cli/local/chromium";
import { mailSamples } from "@/cli/test/mail-samples";
import { locales } from "@/domain/input";
import type { MailContent, MailKind } from "@/domain/mail/schema";
import { renderMail } from "./render";

const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const kinds = Object.keys(mailSamples) as MailKind[];

test.each(locales)("every mail in %s: no barrier, and no scrolling sideways on a narrow screen", async (locale) => {
  const browser = await chromium.launch(chromiumOptions());
  try {
    const page = await (await browser.newContext({ viewport: { width: 320, height: 800 } })).newPage();
    const found: string[] = [];
    for (const kind of kinds) {
      await page.setContent(renderMail({ kind, locale, params: mailSamples[kind] } as MailContent, "https://pomost.example").html);
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] }).withTags(standards).analyze();
      found.push(...violations.map(({ id, nodes }) => `${kind}: ${id} ${nodes.map((node) => node.html).join(" ")}`));
      if (await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)) found.push(`${kind} scrolls sideways`);
    }
    expect(found).toEqual([]);
  } finally {
    await browser.close();
  }
});
