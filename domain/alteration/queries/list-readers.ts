import { activeStates } from "@/domain/registration/schema";
import type { Tx } from "@/prisma/client";

/** Whoever is registered for an event, with what a mail to them needs. */
export function listReaders(tx: Tx, eventId: string) {
  return tx.registration.findMany({
    where: { eventId, state: { in: [...activeStates] } },
    orderBy: { id: "asc" },
    select: { id: true, userId: true, personName: true, email: true, locale: true },
  });
}
