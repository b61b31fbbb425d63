import type { Actor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { chooseText } from "@/domain/event/rules";
import { enqueueMail } from "@/domain/mail/commands";
import type { MailDraft } from "@/domain/mail/schema";
import type { Tx } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";
import { loadPlaces } from "../queries/load-draft";
import { isInForce, loadLatest } from "../queries/load-release";
import { loadPlanned, loadSeekers, loadTaken } from "../queries/load-taken";
import type { Entry } from "../schema";
import { findPlace, type LateReason } from "../solver/find-place";

/** What became of a meeting that was agreed late: its slot and room, or why it waits in the pool. */
export type LatePlacement =
  | { state: "placed"; slotId: string; startsAt: Date; endsAt: Date; room: string }
  | { state: "in_pool"; reason: "not_released" | LateReason };

const letterSelect = {
  event: { select: { slug: true, timeZone: true, texts: { select: { locale: true, title: true } } } },
  sides: {
    select: {
      organisation: { select: { id: true, name: true } },
      registration: { select: { id: true, email: true, locale: true } },
    },
  },
} satisfies Prisma.MeetingSelect;

/** To both: when and where. */
async function tell(tx: Tx, { meetingId, slotId }: Entry, place: { startsAt: Date; room: string }): Promise<void> {
  const { event, sides } = await tx.meeting.findUniqueOrThrow({ where: { id: meetingId }, relationLoadStrategy: "join", select: letterSelect });
  const mails = sides.map(({ organisation, registration: reader }): MailDraft => ({
    kind: "meeting_placed",
    key: `meeting_placed/${meetingId}/${slotId}/${reader.id}`,
    to: reader.email,
    locale: reader.locale,
    params: {
      event: chooseText(event.texts, reader.locale)?.title ?? "",
      timeZone: event.timeZone,
      partner: sides.find((side) => side.organisation.id !== organisation.id)?.organisation.name ?? "",
      path: `/events/${event.slug}/agenda`,
      startsAt: place.startsAt.toISOString(),
      room: place.room,
    },
  }));
  await enqueueMail(tx, ...mails);
}

/**
 * Gives a meeting that was agreed after a release the first slot and room that are free for both, in the draft as
 * well, and tells both. Nothing that is placed moves. Runs in the transaction that agrees the meeting, which has
 * called lockEvent.
 */
export async function placeLate(tx: Tx, actor: Actor, { eventId, meetingId }: { eventId: string; meetingId: string }): Promise<LatePlacement> {
  if (!isInForce(await loadLatest(tx, eventId))) return { state: "in_pool", reason: "not_released" };
  const { slots, rooms } = await loadPlaces(tx, eventId);
  const day = { slots, rooms, persons: await loadSeekers(tx, meetingId, eventId, slots), now: new Date() };
  const taken = await loadTaken(tx, eventId);
  // Where the draft has nothing in the way either; otherwise wherever the released schedule has room.
  const gentle = findPlace(day, [...taken, ...(await loadPlanned(tx, eventId, meetingId))]);
  const found = "place" in gentle ? gentle : findPlace(day, taken);
  if ("reason" in found) return { state: "in_pool", reason: found.reason };
  const entry = { meetingId, ...found.place };
  const slot = slots.find(({ id }) => id === entry.slotId);
  const room = rooms.find(({ id }) => id === entry.roomId);
  // Only a release of another event that has the same person can have come between.
  if (!slot || !room || !(await seat(tx, actor, eventId, entry))) return { state: "in_pool", reason: "common_slots_taken" };
  const place = { startsAt: slot.startsAt, endsAt: slot.endsAt, room: room.name };
  await tell(tx, entry, place);
  return { state: "placed", slotId: slot.id, ...place };
}

/** Places it for real and in the draft. False: somebody sits elsewhere by now. */
async function seat(tx: Tx, actor: Actor, eventId: string, { meetingId, slotId, roomId }: Entry): Promise<boolean> {
  const [seated] = await tx.$queryRaw<{ answer: string }[]>`
    SELECT seat_meeting(${meetingId}::uuid, ${slotId}::uuid, ${roomId}::uuid) AS answer`;
  if (seated?.answer !== "seated") return false;
  await tx.placement.deleteMany({ where: { meetingId } });
  await tx.placement.createMany({ data: [{ meetingId, slotId, roomId, eventId }] });
  await recordAudit(tx, actor, { action: "meeting.place_late", objectType: "meeting", objectId: meetingId, eventId, details: { slotId, roomId } });
  return true;
}
