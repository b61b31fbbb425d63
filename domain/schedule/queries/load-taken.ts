import type { Tx } from "@/prisma/client";
import type { Taken } from "../solver/find-place";

/** What has its place already: `released` for all to see, `planned` where moderators' draft says something else. */
export type TakenPlaces = { released: Taken[]; planned: Taken[] };

/** Every place of an event that is taken, meeting by meeting. */
export async function loadTaken(tx: Tx, eventId: string): Promise<TakenPlaces> {
  const meetings = await tx.meeting.findMany({
    where: { eventId, OR: [{ seats: { some: {} } }, { placement: { isNot: null } }] },
    relationLoadStrategy: "join",
    select: {
      id: true,
      seats: { where: { resourceKind: "room" }, select: { slotId: true, resourceId: true } },
      placement: { select: { slotId: true, roomId: true } },
      sides: { select: { registration: { select: { userId: true } } } },
    },
  });
  const peopleOf = ({ sides }: (typeof meetings)[number]) => sides.map(({ registration }) => registration.userId);
  const isPlanned = ({ placement, seats: [seat] }: (typeof meetings)[number]) =>
    placement !== null && (placement.slotId !== seat?.slotId || placement.roomId !== seat.resourceId);
  return {
    released: meetings.flatMap((meeting) => meeting.seats.map(({ slotId, resourceId }) => ({ meetingId: meeting.id, slotId, roomId: resourceId, userIds: peopleOf(meeting) }))),
    planned: meetings.flatMap((meeting) => (meeting.placement && isPlanned(meeting) ? [{ meetingId: meeting.id, ...meeting.placement, userIds: peopleOf(meeting) }] : [])),
  };
}
