import { db } from "@/prisma/client";

/**
 * Gives mails that wait and have lost their job another one (the trigger makes it), and gives up those whose job has
 * killed its worker again and again; for the worker.
 * @returns how many
 */
export async function mendMails(): Promise<number> {
  return db.$executeRaw`
    UPDATE "Mail" m SET "state" = CASE WHEN m."state" = 'sending' THEN 'dead'::"MailState" ELSE m."state" END,
      "error" = CASE WHEN m."state" = 'sending' THEN 'WORKER: ended' ELSE m."error" END
    WHERE m."state" IN ('queued', 'failed', 'sending') AND NOT EXISTS (
      SELECT 1 FROM pgboss.job j
      WHERE j."name" = 'mail' AND j."state" < 'completed' AND j."singleton_key" = coalesce(m."entryId", m."id")::text AND j."data"->>'mail' = m."id"::text)`;
}
