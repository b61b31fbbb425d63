import type { Actor } from "@/domain/actor";
import type { AuditRecord } from "@/domain/audit/commands";
import { type Participant, requireParticipant } from "@/domain/registration/access";
import { found } from "@/domain/result";
import { db, type Tx } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";
import { isHeld } from "./rules";
import type { MeetingKey } from "./schema";

/** Meetings in which the participant speaks, and which have a time. */
export function spokenBy({ event, registration }: Participant) {
  return {
    eventId: event.id,
    state: "agreed",
    sides: { some: { registrationId: registration.id } },
    seats: { some: { resourceKind: "room" } },
  } satisfies Prisma.MeetingWhereInput;
}

/**
 * A meeting of the event in which the actor speaks, with whether it has begun. Throws NotFound for everybody else:
 * colleagues and staff, too.
 */
export async function requireOwnMeeting(actor: Actor, { event, meeting }: MeetingKey) {
  const participant = await requireParticipant(actor, event);
  const row = found(await db.meeting.findFirst({
    where: { id: meeting, ...spokenBy(participant) },
    select: {
      id: true,
      seats: { where: { resourceKind: "room" }, select: { startsAt: true } },
      sides: { where: { organisationId: { not: participant.organisationId } }, select: { organisationId: true } },
    },
  }));
  const { organisationId: partnerId } = found(row.sides[0]);
  return { ...participant, meetingId: row.id, partnerId, hasBegun: row.seats.every((seat) => isHeld(seat, new Date())) };
}

/** What the log says of a side of a meeting. */
export function recordOf({ meetingId, organisationId, event }: OwnMeeting, action: string): AuditRecord {
  return { action, objectType: "meeting", objectId: meetingId, eventId: event.id, organisationId };
}

export type OwnMeeting = Awaited<ReturnType<typeof requireOwnMeeting>>;

/** Holds the meeting until the transaction ends, so that what both sides want at once comes one after the other. Throws NotFound. */
export async function holdMeeting(tx: Tx, meetingId: string): Promise<void> {
  const rows = await tx.$queryRaw<unknown[]>`SELECT 1 FROM "Meeting" WHERE "id" = ${meetingId}::uuid AND "state" = 'agreed' FOR NO KEY UPDATE`;
  found(rows[0]);
}
