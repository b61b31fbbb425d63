import { addDays } from "@/domain/time";
import { db } from "@/prisma/client";

/** Deletes sessions and attempts to sign in that are over; attempts are kept for a day to explain what happened. */
export async function forgetExpired(): Promise<void> {
  const now = new Date();
  await db.session.deleteMany({ where: { expiresAt: { lt: now } } });
  await db.signIn.deleteMany({ where: { expiresAt: { lt: addDays(now, -1) } } });
}
