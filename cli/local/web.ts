import { setTimeout as pause } from "node:timers/promises";

/** Waits until the address answers at all; throws where `ended` comes first. */
export async function answers(url: string, ended: Promise<string>): Promise<void> {
  const early = ended.then((how) => Promise.reject(new Error(`The web server ended before it answered (${how}).`)));
  // Not listening yet: ask again.
  while (!(await Promise.race([early, isThere(url)]))) await pause(100);
}

async function isThere(url: string) {
  try {
    await (await fetch(url, { redirect: "manual" })).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}
