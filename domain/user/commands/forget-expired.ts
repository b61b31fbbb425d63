import { addDays } from "@/domain/time";
import { db } from "@/prisma/client";

/**
 * Deletes sessions and attempts to sign in that are over; attempts are kept for a day to explain what happened.
 * @param now the database's time
 */
export async function forgetExpired(now: Date): Promise<void> {
  await db.session.deleteMany({ where: { expiresAt: { lt: now } } });
  await db.signIn.deleteMany({ where: { expiresAt: { lt: addDays(now, -1) } } });
}
