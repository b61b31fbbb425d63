import { setTimeout as wait } from "node:timers/promises";
import { log } from "../log";

/** Work that is a row with a claim already: whoever has time takes the next one. Several workers may run it at once. */
export type Loop = { name: string; everySeconds: number; run: () => Promise<unknown> };

async function runSafely(loop: Loop): Promise<void> {
  try {
    await loop.run();
  } catch (error) {
    log().error({ job: loop.name, err: error }, "job failed");
  }
}

/**
 * Runs a loop again and again until `signal`, and finishes what is in flight. A failure, the database being away for
 * one, is logged and the loop comes round again.
 */
export function repeat(loop: Loop, signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const round = async () => {
    await runSafely(loop);
    await wait(loop.everySeconds * 1000, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) resolve();
    else void round();
  };
  void round();
  return promise;
}
