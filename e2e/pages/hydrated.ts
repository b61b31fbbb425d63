import type { Page } from "@playwright/test";

/**
 * Opens the address and waits until React has taken over all that the server wrote between header and footer: what a
 * test changes in the markup before that, React finds to be wrong and writes anew. (React keeps its own node on each
 * element it has taken over; the hidden fields with which forms work before that it leaves alone.)
 */
export async function openHydrated(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.waitForFunction(() => {
    const isTakenOver = (element: Element) => Object.keys(element).some((key) => key.startsWith("__reactFiber$"));
    const elements = [...document.querySelectorAll("main :not(input[type=hidden])")];
    return elements.length > 0 && elements.every(isTakenOver);
  });
}
