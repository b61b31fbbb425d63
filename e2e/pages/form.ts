import type { Locator, Page } from "@playwright/test";
import { expect, type Locale } from "../fixtures";
import { words } from "../words";

/** What a form says is wrong. (Next's own alert outside of the content tells screen readers where a link led.) */
export function problems(page: Page): Locator {
  return page.getByRole("main").getByRole("alert");
}

/** The page says what the action before it did. */
export async function expectNotice(page: Page, locale: Locale, code: string): Promise<void> {
  await expect(page.getByText(words(locale, `Notices.${code}`), { exact: true })).toBeVisible();
}
