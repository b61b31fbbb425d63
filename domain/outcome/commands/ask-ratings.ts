import { enqueueMail } from "@/domain/mail/commands";
import { db } from "@/prisma/client";
import { listUnasked } from "../queries/list-unasked";

/**
 * Asks everybody whose event is over how the meetings were; for the worker. The key keeps it to once.
 * @returns how many were due
 */
export async function askRatings(): Promise<number> {
  const due = await listUnasked();
  await db.$transaction((tx) => enqueueMail(tx, ...due));
  return due.length;
}
