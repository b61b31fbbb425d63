import { PgBoss, type Queue } from "pg-boss";
import { recurrence } from "./recurrence";

/** One job for each time that a mail is to be tried; a trigger on "Mail" makes them. */
export const mailQueue = "mail";
/** One job for each time that something comes round. */
export const recurringQueue = "recurring";
/** Jobs that failed again and again. */
const deadLetters = "dead-letters";

const day = 86_400;
/** A worker that was not heard of for so long is dead, and its jobs go to another one. */
const heartbeatSeconds = 20;

const queues: Queue[] = [
  { name: deadLetters, retentionSeconds: 365 * day },
  {
    // At one time one job of all with the same key: a mail, or a calendar entry that several mails tell of.
    name: mailQueue, policy: "singleton", deadLetter: deadLetters, heartbeatSeconds,
    retryLimit: 5, retryDelay: 1, retryBackoff: true, expireInSeconds: 300, retentionSeconds: 90 * day, deleteAfterSeconds: day,
  },
  {
    // What still waits or runs is not asked for again.
    name: recurringQueue, policy: "exclusive", heartbeatSeconds,
    retryLimit: 2, retryDelay: 5, expireInSeconds: 900, deleteAfterSeconds: day,
  },
];

async function keepQueues(boss: PgBoss): Promise<void> {
  for (const { name, policy, ...options } of queues) {
    await boss.createQueue(name, policy ? { policy, ...options } : options);
    await boss.updateQueue(name, options);
  }
}

async function keepSchedules(boss: PgBoss): Promise<void> {
  for (const [name, cron] of Object.entries(recurrence)) {
    await boss.schedule(recurringQueue, cron, { job: name }, { key: name, singletonKey: name, missed: "once" });
  }
  for (const { key } of await boss.getSchedules(recurringQueue)) {
    if (!(key in recurrence)) await boss.unschedule(recurringQueue, key);
  }
}

/**
 * Brings pg-boss's part of the database up to date: its schema, the queues, what comes round. Migrating does it, and
 * nothing else: web server and worker find it there.
 */
export async function installQueues(databaseUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: databaseUrl, max: 1, supervise: false, schedule: false, registerInstance: false });
  // What goes wrong is thrown by the call that it concerns.
  boss.on("error", () => undefined);
  await boss.start();
  try {
    await keepQueues(boss);
    await keepSchedules(boss);
  } finally {
    await boss.stop({ graceful: false });
  }
}
