import type { Actor } from "@/domain/actor";
import { moderatedEvents } from "@/domain/event/access";
import { ownOrganisationIds } from "@/domain/organisation/access";
import { found, requirePerson } from "@/domain/result";
import { db } from "@/prisma/client";

/**
 * A meeting of the event, for an approved participant of either side, or staff of the event.
 * `ownSideId`: the organisation that the actor acts for in it; null for staff. Throws NotFound, SignedOut.
 */
export async function requireMeeting(actor: Actor, { event, id }: { event: string; id: string }) {
  const { userId } = requirePerson(actor);
  const ownIds = ownOrganisationIds(actor);
  const isOwn = {
    organisationId: { in: ownIds },
    organisation: { registrations: { some: { userId, state: "approved", event: { slug: event } } } },
  } as const;
  const meeting = found(await db.meeting.findFirst({
    where: { id, event: { slug: event }, OR: [{ sides: { some: isOwn } }, { event: moderatedEvents(actor) }] },
    select: { id: true, eventId: true, sides: { where: isOwn, select: { organisationId: true } } },
  }));
  return { id: meeting.id, eventId: meeting.eventId, ownSideId: meeting.sides[0]?.organisationId ?? null };
}
