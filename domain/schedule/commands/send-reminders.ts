import { enqueueMail } from "@/domain/mail/commands";
import { db } from "@/prisma/client";
import { listReminders } from "../queries/list-reminders";

/**
 * Reminds everybody whose day or hour has come; for the worker. The key keeps it to once, however many workers ask.
 * @returns how many were due
 */
export async function sendReminders(): Promise<number> {
  const due = await listReminders();
  await db.$transaction((tx) => enqueueMail(tx, ...due));
  return due.length;
}
