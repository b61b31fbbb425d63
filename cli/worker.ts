import { countKeys, readUnread } from "@/domain/concept/commands";
import { performRun } from "@/domain/schedule/commands/perform-run";
import { env } from "@/server/env";
import { deliverMail } from "@/server/jobs/deliver";
import { embeddingJob } from "@/server/jobs/embed";
import { repeat } from "@/server/jobs/run";
import { jobs } from "@/server/jobs/schedule";
import { log } from "@/server/log";
import { openMailer } from "@/server/mail/send";
import { solveInThread } from "@/server/solver/thread";

// Sends the mails of the outbox, optimises schedules, reads what organisations have written and does what comes round, until it is asked to stop (SIGTERM, Ctrl-C).
const stopping = new AbortController();
for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => stopping.abort());

const mailer = openMailer(env());
const delivery = {
  name: "deliver",
  everySeconds: 0.5,
  run: async () => {
    while (!stopping.signal.aborted && (await deliverMail(mailer)));
  },
};
const optimisation = {
  name: "optimise",
  everySeconds: 1,
  run: async () => {
    while (!stopping.signal.aborted && (await performRun((problem, effort) => solveInThread(problem, null, effort), stopping.signal)));
  },
};
const reading = {
  name: "read-organisations",
  everySeconds: 2,
  run: async () => {
    let isAnyRead = false;
    while (!stopping.signal.aborted && (await readUnread())) isAnyRead = true;
    // Else what is rare would be counted at the start, before anything is read, and then not for a quarter of an hour.
    if (isAnyRead) await countKeys();
  },
};
log().info("worker started");
await Promise.all([delivery, optimisation, reading, embeddingJob(env(), stopping.signal), ...jobs].map((job) => repeat(job, stopping.signal)));
mailer.close();
log().info("worker stopped");
process.exit(0);
