import { missedSlots } from "@/domain/attendance/rules";
import type { SlotTimes } from "@/domain/event/schema";
import type { Tx } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";
import type { Seeker } from "../solver/find-place";
import { loadElsewhere } from "./load-draft";

/** What of a registration says when its person can meet. */
export const seekerSelect = { userId: true, availability: { select: { slotId: true } }, attendance: { select: { state: true, since: true } } } as const satisfies Prisma.RegistrationSelect;

type Row = Prisma.RegistrationGetPayload<{ select: typeof seekerSelect }>;

/** When these people of one event can meet, by user: also what other events have them for. */
export async function findSeekers(tx: Tx, eventId: string, slots: SlotTimes[], rows: readonly Row[]): Promise<Map<string, Seeker>> {
  const elsewhere = await loadElsewhere(tx, eventId, rows.map(({ userId }) => userId), slots);
  return new Map(rows.map(({ userId, availability, attendance }) => [userId, {
    userId,
    slotIds: availability.map(({ slotId }) => slotId).filter((id) => !missedSlots(attendance, slots).includes(id)),
    elsewhereSlotIds: elsewhere.get(userId) ?? [],
  }]));
}

/** Those who hold a meeting, with the slots in which they can. */
export async function loadSeekers(tx: Tx, meetingId: string, eventId: string, slots: SlotTimes[]): Promise<Seeker[]> {
  const sides = await tx.meetingSide.findMany({ where: { meetingId }, relationLoadStrategy: "join", select: { registration: { select: seekerSelect } } });
  return [...(await findSeekers(tx, eventId, slots, sides.map(({ registration }) => registration))).values()];
}
