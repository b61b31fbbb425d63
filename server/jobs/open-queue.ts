import { PgBoss } from "pg-boss";
import { log } from "../log";

/** Connections of one worker to its queues. */
const poolSize = 4;

/**
 * The queues, for a worker: it says every ten seconds that it lives, and looks as often for jobs that a dead one has
 * left. What comes round is due by the database's clock, whatever this machine's says.
 */
export function openQueue(databaseUrl: string): PgBoss {
  const boss = new PgBoss({
    connectionString: databaseUrl, max: poolSize, migrate: false,
    superviseIntervalSeconds: 10, monitorIntervalSeconds: 10, instanceHeartbeatSeconds: 10,
    cronMonitorIntervalSeconds: 10, cronWorkerIntervalSeconds: 1, clockMonitorIntervalSeconds: 60,
  });
  // What pg-boss tells is a copy that is no Error any more.
  boss.on("error", ({ message }) => log().error({ err: new Error(message) }, "queue failed"));
  boss.on("warning", ({ message }) => log().warn({ reason: message }, "queue warns"));
  return boss;
}
