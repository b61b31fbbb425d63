import { setTimeout as wait } from "node:timers/promises";
import { log } from "../log";
import type { Job } from "./schedule";

async function runSafely(job: Job): Promise<void> {
  try {
    await job.run();
  } catch (error) {
    log().error({ job: job.name, err: error }, "job failed");
  }
}

/**
 * Runs a job again and again until `signal`, and finishes what is in flight. A failure, the database being away for
 * one, is logged and the job comes round again.
 */
export function repeat(job: Job, signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const round = async () => {
    await runSafely(job);
    await wait(job.everySeconds * 1000, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) resolve();
    else void round();
  };
  void round();
  return promise;
}
