import { db, type Tx } from "@/prisma/client";
import { secretMails } from "../schema";

/**
 * Gives mails that wait and have lost their job another one (the trigger makes it), and gives up those whose job failed
 * as often as it may, with the secrets in them; for the worker.
 * @returns how many
 */
export async function mendMails(tx: Tx = db): Promise<number> {
  return tx.$executeRaw`
    UPDATE "Mail" m SET
      "state" = CASE WHEN m."state" = 'sending' THEN 'dead'::"MailState" ELSE m."state" END,
      "error" = CASE WHEN m."state" = 'sending' THEN 'error' ELSE m."error" END,
      "params" = CASE WHEN m."state" = 'sending' AND m."kind" = ANY(${[...secretMails]}) THEN '{}'::jsonb ELSE m."params" END
    WHERE m."state" IN ('queued', 'failed', 'sending') AND NOT EXISTS (
      SELECT 1 FROM pgboss.job j
      WHERE j."name" = 'mail' AND j."state" < 'completed' AND j."singleton_key" = coalesce(m."entryId", m."id")::text AND j."data"->>'mail' = m."id"::text)`;
}
