import type { Tx } from "@/prisma/client";

/** Who holds a meeting: names of both organisations, and the users who speak for them. */
export type MeetingSides = { names: string[]; userIds: string[] };

/** Both sides of every meeting of an event that has ever been agreed, cancelled ones too. */
export async function loadSides(tx: Tx, eventId: string): Promise<Map<string, MeetingSides>> {
  const meetings = await tx.meeting.findMany({
    where: { eventId },
    relationLoadStrategy: "join",
    select: { id: true, sides: { select: { organisation: { select: { name: true } }, registration: { select: { userId: true } } } } },
  });
  return new Map(meetings.map(({ id, sides }) => [id, {
    names: sides.map(({ organisation }) => organisation.name).toSorted(),
    userIds: sides.map(({ registration }) => registration.userId),
  }]));
}
