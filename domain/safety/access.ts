import type { Participant } from "@/domain/registration/access";
import { found } from "@/domain/result";
import { db } from "@/prisma/client";

/**
 * Another organisation that takes or took part in the participant's event, or wrote to the participant's own there,
 * also one that is hidden now: a block must not hide from blocking back, and who is blocked can be unblocked.
 * Throws NotFound.
 */
export async function requireNeighbour({ event, organisationId }: Participant, slug: string) {
  const mine = { eventId: event.id };
  return found(await db.organisation.findFirst({
    where: {
      slug,
      id: { not: organisationId },
      OR: [
        { registrations: { some: { eventId: event.id, state: "approved" } }, profileVisibility: { not: "moderators" } },
        { sentRequests: { some: { ...mine, recipientId: organisationId } } },
        { receivedRequests: { some: { ...mine, requesterId: organisationId } } },
        { meetingSides: { some: { meeting: { ...mine, sides: { some: { organisationId } } } } } },
        { blockedBy: { some: { blockerId: organisationId } } },
      ],
    },
    select: { id: true, slug: true, name: true },
  }));
}
