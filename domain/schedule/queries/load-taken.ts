import type { SlotTimes } from "@/domain/event/schema";
import type { Tx } from "@/prisma/client";
import type { Seeker, Taken } from "../solver/find-place";
import { loadElsewhere } from "./load-draft";

/** What the released schedule holds, meeting by meeting. */
export async function loadTaken(tx: Tx, eventId: string): Promise<Taken[]> {
  const seats = await tx.seat.findMany({
    where: { meeting: { eventId } },
    select: { meetingId: true, slotId: true, resourceKind: true, resourceId: true },
  });
  const meetings = Map.groupBy(seats, (seat) => seat.meetingId);
  return [...meetings].map(([meetingId, own]) => ({
    meetingId,
    slotId: own[0]?.slotId ?? "",
    roomId: own.find((seat) => seat.resourceKind === "room")?.resourceId ?? "",
    userIds: own.filter((seat) => seat.resourceKind === "person").map((seat) => seat.resourceId),
  }));
}

/** What moderators have planned in the draft and not released yet. */
export async function loadPlanned(tx: Tx, eventId: string): Promise<Taken[]> {
  const placements = await tx.placement.findMany({
    where: { eventId, meeting: { seats: { none: {} } } },
    relationLoadStrategy: "join",
    select: { meetingId: true, slotId: true, roomId: true, meeting: { select: { sides: { select: { registration: { select: { userId: true } } } } } } },
  });
  return placements.map(({ meeting, ...entry }) => ({ ...entry, userIds: meeting.sides.map((side) => side.registration.userId) }));
}

/** Those who want to meet, by meeting, with the slots in which they can. */
export async function loadSeekers(tx: Tx, meetingIds: string[], eventId: string, slots: SlotTimes[]): Promise<Map<string, Seeker[]>> {
  const sides = await tx.meetingSide.findMany({
    where: { meetingId: { in: meetingIds } },
    relationLoadStrategy: "join",
    select: { meetingId: true, registration: { select: { userId: true, availability: { select: { slotId: true } } } } },
  });
  const elsewhere = await loadElsewhere(tx, eventId, sides.map((side) => side.registration.userId), slots);
  const toSeeker = ({ registration: { userId, availability } }: (typeof sides)[number]): Seeker => ({
    userId,
    slotIds: availability.map(({ slotId }) => slotId),
    elsewhereSlotIds: elsewhere.get(userId) ?? [],
  });
  const byMeeting = Map.groupBy(sides, ({ meetingId }) => meetingId);
  return new Map([...byMeeting].map(([meetingId, own]) => [meetingId, own.map(toSeeker)]));
}
