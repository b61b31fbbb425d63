import { writeAnnouncements } from "@/domain/announcement/commands";
import { countKeys, readUnread } from "@/domain/concept/commands";
import { measureFits } from "@/domain/fit/commands/measure-fits";
import { performPairing } from "@/domain/pairing/commands/perform-pairing";
import { performRun } from "@/domain/schedule/commands/perform-run";
import { env } from "@/server/env";
import { embeddingJob } from "@/server/jobs/embed";
import { openQueue } from "@/server/jobs/open-queue";
import { repeat } from "@/server/jobs/run";
import { work } from "@/server/jobs/work";
import { log } from "@/server/log";
import { openMailer } from "@/server/mail/send";
import { choosePairsInThread } from "@/server/solver/pairing-thread";
import { solveInThread } from "@/server/solver/thread";

// Sends mails and does what comes round, from the queues; optimises schedules, looks for pairs and reads what organisations have written, from rows that wait for it. Until it is asked to stop (SIGTERM, Ctrl-C).
const stopping = new AbortController();
for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => stopping.abort());

/** Goes on as long as there is something to do; answers whether there was. */
async function drain(next: () => Promise<boolean>): Promise<boolean> {
  let isAny = false;
  while (!stopping.signal.aborted && (await next())) isAny = true;
  return isAny;
}

const optimising = { name: "optimise", everySeconds: 1, run: () => drain(() => performRun((problem, effort) => solveInThread(problem, null, effort), stopping.signal)) };
const pairing = { name: "pair", everySeconds: 1, run: () => drain(() => performPairing(choosePairsInThread, stopping.signal)) };
const reading = {
  name: "read-organisations",
  everySeconds: 2,
  run: async () => {
    // Else what is rare would be counted at the start, before anything is read, and then not for a quarter of an hour.
    if (await drain(readUnread)) await countKeys();
  },
};
const announcing = { name: "write-announcements", everySeconds: 2, run: () => drain(writeAnnouncements) };
const measuring = { name: "measure-fits", everySeconds: 5, run: measureFits };

/** So often a start is tried while the database is away, for about a quarter of an hour. */
const attempts = 30;
/** What is in flight at the end gets so long. */
const patience = 30_000;

const mailer = openMailer(env());
const boss = openQueue(env().DATABASE_URL);
stopping.signal.addEventListener("abort", () => void boss.stop({ timeout: patience }));
await boss.start({ attempts });
await work(boss, mailer);
log().info("worker started");
await Promise.all([optimising, pairing, reading, announcing, measuring, embeddingJob(env(), stopping.signal)].map((loop) => repeat(loop, stopping.signal)));
await boss.stop({ timeout: patience });
mailer.close();
log().info("worker stopped");
process.exit(0);
