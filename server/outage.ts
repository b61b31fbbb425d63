import { setTimeout as wait } from "node:timers/promises";
import { isDatabaseReady } from "@/domain/installation/queries";
import { log } from "./log";
import { outage } from "./outage-flag";

const patience = 2000;
const pause = 500;

/** Whether the database answers, and soon. */
export function isReady(): Promise<boolean> {
  return Promise.race([isDatabaseReady(), wait(patience, false)]);
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
