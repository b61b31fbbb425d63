import type { Actor } from "@/domain/actor";
import { moderatedEvents } from "@/domain/event/access";
import { db } from "@/prisma/client";

/** How many registrations wait for a decision, by event, of the events that the actor moderates. Throws SignedOut. */
export async function countPendingRegistrations(actor: Actor): Promise<Map<string, number>> {
  const rows = await db.registration.groupBy({ by: ["eventId"], where: { state: "pending", event: moderatedEvents(actor) }, _count: true });
  return new Map(rows.map(({ eventId, _count }) => [eventId, _count]));
}
