import type { Locator, Page } from "@playwright/test";
import { expect } from "../fixtures";

/** What has the focus: "A", "INPUT", …; "BODY" where it is lost. */
export function focusOf(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.tagName ?? "BODY");
}

export function press(page: Page, key: string): Promise<void> {
  return page.keyboard.press(key);
}

const isFocused = (target: Locator) => target.evaluate((element) => element === document.activeElement);

/** Whether something draws a line around what has the focus. */
function isFocusSeen(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return false;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    return (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none";
  });
}

/**
 * Tabs on until the target has the focus, which has to be seen there; of a group of radios any of `group` will do.
 * Fails where a hundred and fifty steps do not lead to it.
 */
export async function tabTo(page: Page, target: Locator, group: Locator = target): Promise<void> {
  await expect(target).toBeVisible();
  for (let step = 0; step < 150; step += 1) {
    const found = await Promise.all((await group.all()).map(isFocused));
    if (found.includes(true)) break;
    await page.keyboard.press("Tab");
  }
  expect(await group.evaluateAll((elements) => elements.includes(document.activeElement as HTMLElement)), `Tab leads to ${String(target)}`).toBe(true);
  expect(await isFocusSeen(page), `focus is seen on ${String(target)}`).toBe(true);
}

/** Tabs to a control and types into it. */
export async function typeInto(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.type(text);
}

/** Tabs through a page: whatever takes the focus shows it. */
export async function expectFocusSeen(page: Page, steps: number): Promise<void> {
  for (let step = 0; step < steps; step += 1) {
    await page.keyboard.press("Tab");
    if ((await focusOf(page)) === "BODY") return; // past the last one, in the browser's own bars
    expect(await isFocusSeen(page), `focus is seen at step ${step + 1}`).toBe(true);
  }
}
