import { startInstallation } from "@/domain/installation/commands";
import { classifyFault } from "@/domain/fault/rules";
import { believeSockets } from "./client";
import { env } from "./env";
import { log } from "./log";
import { noticeOutage } from "./outage";

/** A demo beside real data: nothing may be served. */
export class NoDemoData extends Error {
  override name = "NoDemoData";
}

/**
 * What comes before the first request of a web server: the environment is read, the demo's guard has looked at the
 * database.
 * @throws Error that names what is missing in the environment; NoDemoData
 */
export async function startServer(): Promise<void> {
  const { DEMO, TRUST_PROXY } = env();
  if (TRUST_PROXY !== "1") believeSockets();
  const started = await startInstallation(DEMO === "1").catch((error: unknown) => {
    // A demo that cannot be told from real data does not start; anything else waits for its database while it serves.
    if (DEMO === "1") throw error;
    log().error({ err: error }, "the database does not answer yet");
  });
  if (started?.ok === false) {
    throw new NoDemoData(
      "DEMO=1 is set, but the database of DATABASE_URL is not marked as holding demo data only. " +
        "Remove DEMO from the environment, or name a database that `npm run demo` has filled.",
    );
  }
}

/** Logs a request that failed, by its route: an address may hold secrets. */
export function reportFailure(error: unknown, about: { route: string; type: string }): void {
  log().error({ err: error, ...about }, "request failed");
  if (classifyFault(error)?.kind === "unavailable") noticeOutage();
}
