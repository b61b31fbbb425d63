import type { Locator, Page } from "@playwright/test";

/** What a form says is wrong. (Next's own alert outside of the content tells screen readers where a link led.) */
export function problems(page: Page): Locator {
  return page.getByRole("main").getByRole("alert");
}
