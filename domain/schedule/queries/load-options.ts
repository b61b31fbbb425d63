import type { SlotTimes } from "@/domain/event/schema";
import type { Tx } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";
import type { LateOptions, RoomInfo } from "../schema";
import { type Day, listPlaces, type Taken } from "../solver/find-place";
import { loadPlaces } from "./load-draft";
import { findSeekers, seekerSelect } from "./load-seekers";
import { isInForce, type Release } from "./load-release";
import { loadTaken } from "./load-taken";

/** A meeting that its two people may place, or move, themselves. */
export type Movable = {
  /** Of the placement in the draft; 0 where it has none. */
  version: number;
  /** Where it is now; null where it has no time. */
  slot: SlotTimes | null;
  /** Where it could be without anybody moving, in the order of time: also where it is. */
  places: { slot: SlotTimes; room: RoomInfo }[];
};

function meetingSelect(versionId: string) {
  return {
    id: true,
    placement: { select: { slotId: true, roomId: true, locked: true, version: true } },
    seats: { where: { resourceKind: "room" }, select: { slotId: true, resourceId: true } },
    entries: { where: { versionId }, select: { meetingId: true } },
    sides: { select: { registration: { select: seekerSelect } } },
  } as const satisfies Prisma.MeetingSelect;
}

type Row = Prisma.MeetingGetPayload<{ select: ReturnType<typeof meetingSelect> }>;

/**
 * It was agreed after the release, so that no version holds it; and moderators have not planned anything else with it
 * in their draft, nor locked it.
 */
function isOpenToBoth({ placement, seats: [seat], entries }: Row): boolean {
  if (entries.length > 0 || placement?.locked) return false;
  return placement?.slotId === seat?.slotId && placement?.roomId === seat?.resourceId;
}

/** Where one meeting could be, slot by slot. */
function listOpen(day: Day, taken: readonly Taken[], rooms: readonly RoomInfo[]): Movable["places"] {
  const found = listPlaces(day, taken);
  const roomIds = new Map("places" in found ? found.places.map((place) => [place.slotId, place.roomId]) : []);
  return day.slots.flatMap((slot) => {
    const room = rooms.find(({ id }) => id === roomIds.get(slot.id));
    return room ? [{ slot, room }] : [];
  });
}

/**
 * Those of the given agreed meetings that their two people may place or move themselves, each with every slot that
 * suits both and has a room, beside everything that is released and everything that moderators have planned.
 * @param latest the event's latest version: while none is in force nothing can be chosen
 */
export async function loadOptions(tx: Tx, eventId: string, latest: Release | null, meetingIds: string[]): Promise<Map<string, Movable>> {
  if (!isInForce(latest) || meetingIds.length === 0) return new Map();
  const rows = await tx.meeting.findMany({
    where: { id: { in: meetingIds }, eventId, state: "agreed" },
    relationLoadStrategy: "join",
    select: meetingSelect(latest.id),
  });
  const open = rows.filter(isOpenToBoth);
  if (open.length === 0) return new Map();
  const now = new Date();
  const { slots, rooms } = await loadPlaces(tx, eventId);
  const seekers = await findSeekers(tx, eventId, slots, open.flatMap(({ sides }) => sides.map(({ registration }) => registration)));
  const { released, planned } = await loadTaken(tx, eventId);
  return new Map(open.flatMap(({ id, placement, seats: [seat], sides }): [string, Movable][] => {
    const slot = slots.find((one) => one.id === seat?.slotId) ?? null;
    if (slot && slot.startsAt <= now) return [];
    const persons = sides.flatMap(({ registration }) => seekers.get(registration.userId) ?? []);
    const others = [...released, ...planned].filter(({ meetingId }) => meetingId !== id);
    return [[id, { version: placement?.version ?? 0, slot, places: listOpen({ now, slots, rooms, persons }, others, rooms) }]];
  }));
}

/** The same as the two people see it: the times that they could choose instead. Meetings without any are left out. */
export async function loadOtherTimes(tx: Tx, eventId: string, latest: Release | null, meetingIds: string[]): Promise<Map<string, LateOptions>> {
  const movable = await loadOptions(tx, eventId, latest, meetingIds);
  return new Map([...movable].flatMap(([id, { version, slot, places }]): [string, LateOptions][] => {
    const slots = places.map((place) => place.slot).filter((one) => one.id !== slot?.id);
    return slots.length > 0 ? [[id, { version, slots }]] : [];
  }));
}
