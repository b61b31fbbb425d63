import type { Actor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { enqueueMail } from "@/domain/mail/commands";
import type { Tx } from "@/prisma/client";
import { loadPlaces } from "../queries/load-draft";
import { isInForce, loadLatest } from "../queries/load-release";
import { loadSeekers } from "../queries/load-seekers";
import { loadTaken } from "../queries/load-taken";
import type { Entry } from "../schema";
import { listPlaces, type LateReason } from "../solver/find-place";
import { seatInterpreter } from "./seat-interpreter";
import { lettersOfLate } from "./write-letters";

/** What became of a meeting that was agreed late: its slot and room, or why it waits in the pool. */
export type LatePlacement =
  | { state: "placed"; slotId: string; startsAt: Date; endsAt: Date; room: string }
  | { state: "in_pool"; reason: "not_released" | LateReason };

/**
 * Places a meeting for real and in the draft. Answers the placement's version; null: somebody sits elsewhere by now,
 * and the caller's transaction must not go on where the meeting had seats before.
 */
export async function seatLate(tx: Tx, { meetingId, slotId, roomId }: Entry, eventId: string): Promise<number | null> {
  const [seated] = await tx.$queryRaw<{ answer: string }[]>`
    SELECT seat_meeting(${meetingId}::uuid, ${slotId}::uuid, ${roomId}::uuid) AS answer`;
  if (seated?.answer !== "seated") return null;
  await tx.placement.deleteMany({ where: { meetingId } });
  await seatInterpreter(tx, { meetingId, slotId }, eventId);
  const [placement] = await tx.placement.createManyAndReturn({ data: [{ meetingId, slotId, roomId, eventId }], select: { version: true } });
  return placement?.version ?? null;
}

/**
 * Gives a meeting that was agreed after a release a slot and room that are free for both, in the draft as well, and
 * tells both: the place that leaves the two with the fewest breaks. Nothing that is placed moves. Runs in the
 * transaction that agrees the meeting, which has called lockEvent.
 */
export async function placeLate(tx: Tx, actor: Actor, { eventId, meetingId }: { eventId: string; meetingId: string }): Promise<LatePlacement> {
  if (!isInForce(await loadLatest(tx, eventId))) return { state: "in_pool", reason: "not_released" };
  const { slots, rooms } = await loadPlaces(tx, eventId);
  const day = { slots, rooms, persons: await loadSeekers(tx, meetingId, eventId, slots), now: new Date() };
  const { released, planned } = await loadTaken(tx, eventId);
  const inDraft = planned.filter((one) => one.meetingId !== meetingId);
  // Where the draft has nothing in the way either; otherwise wherever the released schedule has room.
  const gentle = listPlaces(day, [...released, ...inDraft]);
  const found = "places" in gentle ? gentle : listPlaces(day, released);
  if ("reason" in found) return { state: "in_pool", reason: found.reason };
  const entry = { meetingId, ...found.places[0] };
  const slot = slots.find(({ id }) => id === entry.slotId);
  const room = rooms.find(({ id }) => id === entry.roomId);
  const version = await seatLate(tx, entry, eventId);
  // Only a release of another event that has the same person can have come between.
  if (!slot || !room || version === null) return { state: "in_pool", reason: "common_slots_taken" };
  const { slotId, roomId } = entry;
  await recordAudit(tx, actor, { action: "meeting.place_late", objectType: "meeting", objectId: meetingId, eventId, details: { slotId, roomId } });
  await enqueueMail(tx, ...(await lettersOfLate(tx, { meetingId, version, startsAt: slot.startsAt, room: room.name, before: null })));
  return { state: "placed", slotId, startsAt: slot.startsAt, endsAt: slot.endsAt, room: room.name };
}
