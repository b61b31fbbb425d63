import { setTimeout as wait } from "node:timers/promises";
import { isDatabaseReady } from "@/domain/installation/queries";
import { isWorkerHeard } from "@/domain/job/queries";
import { log } from "./log";
import { outage } from "./outage-flag";

const patience = 2000;
const pause = 500;
/** A question that has no answer by then may be lost with its connection: the next one is asked anew. */
const lostAfter = 30_000;

/** Asks once for all who want to know at the same time: each question to a silent database holds a connection. False: not so, or no answer soon. */
function share(ask: () => Promise<boolean>): () => Promise<boolean> {
  let asked: Promise<boolean> | null = null;
  const begin = () => {
    const answer = ask().catch(() => false);
    const forget = () => {
      asked = null;
    };
    void Promise.race([answer, wait(lostAfter, undefined, { ref: false })]).then(forget);
    return answer;
  };
  return () => Promise.race([(asked ??= begin()), wait(patience, false)]);
}

// Next bundles what comes before the first request and the routes apart; both run in one process.
const kept = globalThis as { pomostProbes?: Record<"database" | "worker", () => Promise<boolean>> };
const probes = (kept.pomostProbes ??= { database: share(isDatabaseReady), worker: share(isWorkerHeard) });

/** Whether the database answers, and soon. */
export function isReady(): Promise<boolean> {
  return probes.database();
}

/** Whether the database says, and soon, that some worker was heard of within a minute. */
export function hasWorker(): Promise<boolean> {
  return probes.worker();
}

/** Waits for the database after a request found it away; meanwhile the proxy answers in its place. */
export function noticeOutage(): void {
  if (outage.isOn) return;
  outage.isOn = true;
  log().error("the database is away");
  const look = async () => {
    await wait(pause);
    if (await isReady()) {
      outage.isOn = false;
      log().info("the database is back");
    } else void look();
  };
  void look();
}
