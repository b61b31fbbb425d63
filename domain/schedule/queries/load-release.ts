import type { Tx } from "@/prisma/client";
import type { Entry } from "../schema";

/** A released version without its entries. */
export type Release = { id: string; number: number; releasedAt: Date; takenBackAt: Date | null; releasedById: string | null };

/** The latest version of an event, taken back or not; null before the first. */
export async function loadLatest(tx: Tx, eventId: string): Promise<Release | null> {
  return tx.scheduleVersion.findFirst({
    where: { eventId },
    orderBy: { number: "desc" },
    select: { id: true, number: true, releasedAt: true, takenBackAt: true, releasedById: true },
  });
}

/** A schedule holds: participants see their times, and late meetings are placed at once. */
export function isInForce(latest: Release | null): latest is Release {
  return latest !== null && latest.takenBackAt === null;
}

/** What is placed for real at this moment: the seats, which late meetings and cancellations change after a release. */
export async function loadSeated(tx: Tx, eventId: string): Promise<Entry[]> {
  const seats = await tx.seat.findMany({
    where: { resourceKind: "room", meeting: { eventId } },
    orderBy: { meetingId: "asc" },
    select: { meetingId: true, slotId: true, resourceId: true },
  });
  return seats.map(({ resourceId, ...seat }) => ({ ...seat, roomId: resourceId }));
}

/** What a released version holds; nothing where there is no such version. */
export async function loadEntries(tx: Tx, eventId: string, number: number): Promise<Entry[]> {
  return tx.scheduleEntry.findMany({
    where: { version: { eventId, number } },
    orderBy: [{ slot: { number: "asc" } }, { room: { number: "asc" } }],
    select: { meetingId: true, slotId: true, roomId: true },
  });
}
