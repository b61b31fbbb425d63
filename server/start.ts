import { classifyFault } from "@/domain/fault/rules";
import { believeSockets } from "./client";
import { guardDemo } from "./demo-guard";
import { env } from "./env";
import { closeStreams } from "./live/stream";
import { log } from "./log";
import { noticeOutage } from "./outage";

/**
 * What comes before the first request of a web server: the environment is read, the demo's guard has looked at the
 * database, and a stop ends open streams.
 * @throws Error that names what is missing in the environment; NoDemoData
 */
export async function startServer(): Promise<void> {
  if (env().TRUST_PROXY !== "1") believeSockets();
  await guardDemo();
  // Next waits for what is in flight; streams would last until their readers leave.
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, closeStreams);
}

/** Logs a request that failed, by its route: an address may hold secrets. */
export function reportFailure(error: unknown, about: { route: string; type: string }): void {
  log().error({ err: error, ...about }, "request failed");
  if (classifyFault(error)?.kind === "unavailable") noticeOutage();
}
