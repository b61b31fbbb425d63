import type { Job, PgBoss } from "pg-boss";
import { z } from "zod";
import { getDatabaseTime } from "@/domain/job/queries";
import { recurringJobs } from "@/domain/job/schema";
import { describeError, log } from "../log";
import type { Mailer } from "../mail/send";
import { deliverMail } from "./deliver";
import { mailQueue, recurringQueue } from "./queues";
import { jobs } from "./schedule";

const mailJobSchema = z.object({ mail: z.uuid() });
const recurringJobSchema = z.object({ job: z.enum(recurringJobs) });

/** What pg-boss keeps of a failure, and shows: nothing that holds values of rows or addresses of people. */
class JobFailure extends Error {
  override name = "JobFailure";
}

/** Logs what went wrong; pg-boss tries the job again, and lays it aside in the end. */
async function told(job: Job, run: () => Promise<unknown>): Promise<void> {
  try {
    await run();
  } catch (error) {
    log().error({ queue: job.name, job: job.id, err: error }, "job failed");
    const { name, code, message } = describeError(error);
    throw new JobFailure([name, code, message].filter((part) => typeof part === "string" && part !== "").join(": "));
  }
}

async function sendMail(job: Job, mailer: Mailer): Promise<void> {
  await told(job, () => deliverMail(mailJobSchema.parse(job.data).mail, mailer));
}

async function runRecurring(job: Job): Promise<void> {
  await told(job, async () => jobs[recurringJobSchema.parse(job.data).job](await getDatabaseTime()));
}

/**
 * Works on the queues until they are stopped. Mails go out one after the other: a worker that dies sends at most one of
 * them twice, and who needs more speed starts more workers.
 */
export async function work(boss: PgBoss, mailer: Mailer): Promise<void> {
  const sender: string = await boss.work<object>(mailQueue, { pollingIntervalSeconds: 0.5 }, async ([job]) => {
    try {
      if (job) await sendMail(job, mailer);
    } finally {
      // Where there was one there may be another: it is asked for at once.
      boss.notifyWorker(sender);
    }
  });
  await boss.work<object>(recurringQueue, { pollingIntervalSeconds: 1, localConcurrency: 2 }, async ([job]) => {
    if (job) await runRecurring(job);
  });
}
