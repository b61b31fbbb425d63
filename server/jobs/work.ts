import type { Job, PgBoss } from "pg-boss";
import { z } from "zod";
import { getDatabaseTime } from "@/domain/job/queries";
import { log } from "../log";
import type { Mailer } from "../mail/send";
import { deliverMail } from "./deliver";
import { mailQueue, recurringQueue } from "./queues";
import { jobs } from "./schedule";

const mailJobSchema = z.object({ mail: z.uuid() });
const recurringJobSchema = z.object({ job: z.enum(Object.keys(jobs) as (keyof typeof jobs)[]) });

/** What a job asks for cannot be done as often as it is tried, or can: pg-boss tries it again, and then lays it aside. */
async function told<T>(job: Job, run: () => Promise<T>): Promise<void> {
  try {
    await run();
  } catch (error) {
    log().error({ queue: job.name, job: job.id, err: error }, "job failed");
    throw error;
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
  await boss.work<object>(mailQueue, { pollingIntervalSeconds: 0.5, burstWhenBatchFull: true }, async ([job]) => {
    if (job) await sendMail(job, mailer);
  });
  await boss.work<object>(recurringQueue, { pollingIntervalSeconds: 1, localConcurrency: 2 }, async ([job]) => {
    if (job) await runRecurring(job);
  });
}
