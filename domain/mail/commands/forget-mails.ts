import { addDays } from "@/domain/time";
import { db } from "@/prisma/client";
import { mailDays } from "../rules";

/** Mails of one round. */
const most = 10_000;

/**
 * Forgets of old mails whom they were sent to and what they said; that they were sent, when and about which event stays.
 * What still waits is left alone. For the worker.
 * @returns how many
 */
export async function forgetMails(now: Date = new Date()): Promise<number> {
  return db.$executeRaw`
    UPDATE "Mail" SET "to" = '', "params" = '{}', "error" = NULL
    WHERE "id" IN (
      SELECT "id" FROM "Mail"
      WHERE "to" <> '' AND "createdAt" < ${addDays(now, -mailDays).toISOString()}::timestamptz AND "state" NOT IN ('queued', 'sending', 'failed')
      ORDER BY "createdAt" LIMIT ${most})`;
}
