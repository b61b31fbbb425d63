import type { Actor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { holdOpenEvent } from "@/domain/event/access";
import { enqueueMail } from "@/domain/mail/commands";
import { type Participant, requireParticipant } from "@/domain/registration/access";
import { found, ok, Refusal, refuse, settle, type Result } from "@/domain/result";
import { db, type Tx } from "@/prisma/client";
import { loadOptions } from "../queries/load-options";
import { loadLatest } from "../queries/load-release";
import type { MoveLateInput } from "../schema";
import { seatLate } from "./place-late";
import { lettersOfLate } from "./write-letters";

export type MoveLateRefusal = "event_cancelled" | "meeting_gone" | "not_movable" | "changed_meanwhile" | "slot_taken";
type Moved = { id: string };

/** A meeting of the participant's organisation, and a slot of its event. Throws NotFound. */
async function requireOwn({ event, organisationId }: Participant, input: MoveLateInput): Promise<{ isCancelled: boolean }> {
  const meeting = found(await db.meeting.findFirst({
    where: { id: input.meeting, eventId: event.id, sides: { some: { organisationId } }, event: { slots: { some: { id: input.slot } } } },
    select: { state: true },
  }));
  return { isCancelled: meeting.state === "cancelled" };
}

async function move(tx: Tx, actor: Actor, { event, registration, organisationId }: Participant, input: MoveLateInput): Promise<Result<Moved, MoveLateRefusal>> {
  const { meeting: id, slot: slotId, version: seen } = input;
  // Whoever places or frees a seat of the event passes here one after the other.
  await holdOpenEvent(tx, event.id);
  const movable = (await loadOptions(tx, event.id, await loadLatest(tx, event.id), [id])).get(id);
  if (!movable) return refuse("not_movable");
  // A form that is sent twice finds its work done.
  if (movable.slot?.id === slotId) return ok({ id });
  if (movable.version !== seen) return refuse("changed_meanwhile");
  const place = movable.places.find(({ slot }) => slot.id === slotId);
  if (!place) return refuse("slot_taken");
  const roomId = place.room.id;
  await tx.seat.deleteMany({ where: { meetingId: id } });
  const version = await seatLate(tx, { meetingId: id, slotId, roomId }, event.id);
  // A release of another event took one of the two this very moment: the meeting stays where it was.
  if (version === null) throw new Refusal<MoveLateRefusal>("slot_taken");
  const details = { slotId, roomId, before: movable.slot?.id ?? null };
  await recordAudit(tx, actor, { action: "meeting.move_late", objectType: "meeting", objectId: id, eventId: event.id, organisationId, details });
  const late = { meetingId: id, version, startsAt: place.slot.startsAt, room: place.room.name, before: movable.slot?.startsAt ?? null };
  await enqueueMail(tx, ...(await lettersOfLate(tx, late, registration.userId)));
  return ok({ id });
}

/**
 * Gives a meeting that was agreed after the release another time that suits both and costs nobody else anything, for
 * either side; a meeting without a time gets its first one. The other side is told.
 * Refusals: "event_cancelled", "meeting_gone" (cancelled), "not_movable" (a version holds it, moderators plan it, or it has begun),
 * "changed_meanwhile" (it is not where the person saw it), "slot_taken". Throws NotFound, SignedOut.
 */
export async function moveLateMeeting(actor: Actor, input: MoveLateInput): Promise<Result<Moved, MoveLateRefusal>> {
  const participant = await requireParticipant(actor, input.event);
  const { isCancelled } = await requireOwn(participant, input);
  if (isCancelled) return refuse("meeting_gone");
  return settle(db.$transaction((tx) => move(tx, actor, participant, input)));
}
