import { visitor } from "@/domain/actor";
import { enqueueMail } from "@/domain/mail/commands";
import { addDays } from "@/domain/time";
import { db } from "@/prisma/client";
import { isReminderDue, reminderDays } from "../rules";
import { changeState } from "./change-state";
import { letterSelect, mailsOfReminder } from "./write-letters";

/** Requests that one transaction ends. */
const batch = 100;

/**
 * Ends requests that nobody answered in time, and without a word those of events that were cancelled; for the worker. Rows that somebody is answering at this moment are
 * left to the next run.
 * @returns how many ended; as many as the batch: call it again
 */
export async function expireRequests(now: Date = new Date(), most: number = batch): Promise<number> {
  return db.$transaction(async (tx) => {
    const rows = await tx.$queryRaw<{ id: string; isQuiet: boolean }[]>`
      SELECT r."id", e."cancelledAt" IS NOT NULL AS "isQuiet" FROM "MeetingRequest" r JOIN "Event" e ON e."id" = r."eventId"
      WHERE r."state" = 'pending' AND (r."expiresAt" <= ${now.toISOString()}::timestamptz OR e."cancelledAt" IS NOT NULL)
      ORDER BY r."expiresAt", r."id" LIMIT ${most} FOR UPDATE OF r SKIP LOCKED`;
    const end = async (isQuiet: boolean) => {
      const ids = rows.flatMap((row) => (row.isQuiet === isQuiet ? [row.id] : []));
      return ids.length === 0 ? [] : changeState(tx, visitor, { id: { in: ids } }, { to: "expired", isQuiet });
    };
    return [...(await end(false)), ...(await end(true))].length;
  });
}

/**
 * Reminds those who have not answered, once for each request and person; for the worker.
 * @returns how many requests end soon
 */
export async function remindExpiring(now: Date = new Date()): Promise<number> {
  const soon = await db.meetingRequest.findMany({
    where: { state: "pending", event: { cancelledAt: null }, expiresAt: { gt: now, lte: addDays(now, reminderDays) } },
    relationLoadStrategy: "join",
    select: { ...letterSelect, state: true, createdAt: true },
  });
  const due = soon.filter((request) => isReminderDue(request, now));
  await db.$transaction((tx) => enqueueMail(tx, ...due.flatMap(mailsOfReminder)));
  return due.length;
}
