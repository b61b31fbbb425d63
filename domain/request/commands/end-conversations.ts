import type { Actor } from "@/domain/actor";
import { endMeetings, lockEvent } from "@/domain/meeting/commands";
import type { Leaver } from "@/domain/registration/commands/cancel-registration";
import type { Tx } from "@/prisma/client";
import { changeState } from "./change-state";

/** Open requests that one organisation has sent and received, locked in the order of their ids. */
type Locked = { id: string; requesterId: string; requesterPersonId: string; recipientPersonId: string | null };

async function lockOpen(tx: Tx, { eventId, organisationId }: Leaver): Promise<Locked[]> {
  return tx.$queryRaw<Locked[]>`
    SELECT "id", "requesterId", "requesterPersonId", "recipientPersonId" FROM "MeetingRequest"
    WHERE "state" = 'pending' AND "eventId" = ${eventId}::uuid
      AND (${organisationId}::uuid IN ("requesterId", "recipientId"))
    ORDER BY "id" FOR NO KEY UPDATE`;
}

/** Requests to the leaver wait for a colleague, or are declined where nobody else takes part for the organisation. */
async function passOn(tx: Tx, actor: Actor, leaver: Leaver, received: readonly Locked[]): Promise<void> {
  const { id, eventId, organisationId } = leaver;
  const colleagues = await tx.registration.count({ where: { eventId, organisationId, state: "approved", id: { not: id } } });
  if (colleagues === 0) {
    const ids = received.map((request) => request.id);
    await changeState(tx, actor, { id: { in: ids } }, { to: "declined", by: organisationId, code: "not_taking_part" });
    return;
  }
  const named = received.filter((request) => request.recipientPersonId === id);
  await tx.meetingRequest.updateMany({
    where: { id: { in: named.map((request) => request.id) } },
    data: { recipientPersonId: null, version: { increment: 1 } },
  });
}

/**
 * Ends what somebody who leaves an event has begun there, in the transaction that ends the registration: the
 * requests in which the leaver would speak are withdrawn, those that nobody is left to answer declined, meetings
 * cancelled. Rows of requests are locked first, then the event, as in every command.
 */
export async function endConversations(tx: Tx, actor: Actor, leaver: Leaver): Promise<void> {
  const { id, eventId, organisationId } = leaver;
  const open = await lockOpen(tx, leaver);
  const spoken = open.filter((request) => request.requesterPersonId === id);
  await changeState(tx, actor, { id: { in: spoken.map((request) => request.id) } }, { to: "withdrawn", by: organisationId });
  await passOn(tx, actor, leaver, open.filter((request) => request.requesterId !== organisationId));
  await lockEvent(tx, eventId);
  const meetings = await tx.meeting.findMany({
    where: { eventId, state: "agreed", sides: { some: { registrationId: id } } },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  await endMeetings(tx, actor, meetings.map((meeting) => meeting.id), { by: organisationId, reason: null });
}
