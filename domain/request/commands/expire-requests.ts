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
 * Ends requests that nobody answered in time; for the worker. Rows that somebody is answering at this moment are
 * left to the next run.
 * @returns how many ended; as many as the batch: call it again
 */
export async function expireRequests(now: Date = new Date(), most: number = batch): Promise<number> {
  return db.$transaction(async (tx) => {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      SELECT "id" FROM "MeetingRequest" WHERE "state" = 'pending' AND "expiresAt" <= ${now.toISOString()}::timestamptz
      ORDER BY "expiresAt", "id" LIMIT ${most} FOR UPDATE SKIP LOCKED`;
    if (rows.length === 0) return 0;
    const ended = await changeState(tx, visitor, { id: { in: rows.map(({ id }) => id) } }, { to: "expired" });
    return ended.length;
  });
}

/**
 * Reminds those who have not answered, once for each request and person; for the worker.
 * @returns how many requests end soon
 */
export async function remindExpiring(now: Date = new Date()): Promise<number> {
  const soon = await db.meetingRequest.findMany({
    where: { state: "pending", expiresAt: { gt: now, lte: addDays(now, reminderDays) } },
    relationLoadStrategy: "join",
    select: { ...letterSelect, state: true, createdAt: true },
  });
  const due = soon.filter((request) => isReminderDue(request, now));
  await db.$transaction((tx) => enqueueMail(tx, ...due.flatMap(mailsOfReminder)));
  return due.length;
}
