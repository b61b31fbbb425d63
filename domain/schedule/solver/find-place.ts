import type { SlotTimes } from "@/domain/event/schema";
import { commonSlots } from "../rules";
import type { Entry } from "../schema";
import type { Reason } from "./schedule";

/** Something that has its place, and stays there. */
export type Taken = Entry & { userIds: string[] };

/** One of those who want to meet; slots as in a draft. */
export type Seeker = { userId: string; slotIds: string[]; elsewhereSlotIds: string[] };

/** The day of one meeting: slots and rooms in their order, and the persons who want to meet. */
export type Day = { now: Date; slots: SlotTimes[]; rooms: { id: string; name: string; isClosed: boolean }[]; persons: Seeker[] };

export type LateReason = Extract<Reason["reason"], "no_common_slot" | "common_slots_taken" | "rooms_full">;

type Place = { slotId: string; roomId: string };

/** The places that a meeting could have, the best first; or why there is none. */
export type Found = { places: [Place, ...Place[]] } | { reason: LateReason };

/**
 * How many breaks a person has with meetings in these slots: runs of slots without one between two meetings.
 * @param slots in the order of time
 */
export function countBreaks(slots: readonly { id: string }[], taken: ReadonlySet<string>): number {
  const runs = slots.filter(({ id }, index) => taken.has(id) && !taken.has(slots[index - 1]?.id ?? "")).length;
  return Math.max(0, runs - 1);
}

/**
 * Each slot that has not begun and suits everybody, with its first open room that is free, beside everything that is
 * taken: nothing moves. First those that leave the persons with the fewest breaks, then in the order of time.
 */
export function listPlaces({ now, slots, rooms, persons }: Day, taken: readonly Taken[]): Found {
  const common = commonSlots(persons, slots.filter(({ startsAt }) => startsAt > now));
  if (common.length === 0) return { reason: "no_common_slot" };
  const own = persons.map(({ userId }) => new Set(taken.filter(({ userIds }) => userIds.includes(userId)).map(({ slotId }) => slotId)));
  const open = common.filter((slotId) => !own.some((slotIds) => slotIds.has(slotId)));
  if (open.length === 0) return { reason: "common_slots_taken" };
  const usedRooms = new Set(taken.map(({ slotId, roomId }) => `${slotId} ${roomId}`));
  const openRooms = rooms.filter(({ isClosed }) => !isClosed);
  const breaksWith = (slotId: string) => own.reduce((sum, slotIds) => sum + countBreaks(slots, new Set(slotIds).add(slotId)), 0);
  const places = open.flatMap((slotId) => {
    const room = openRooms.find(({ id }) => !usedRooms.has(`${slotId} ${id}`));
    return room ? [{ place: { slotId, roomId: room.id }, breaks: breaksWith(slotId) }] : [];
  });
  const [best, ...others] = places.toSorted((a, b) => a.breaks - b.breaks).map(({ place }) => place);
  return best ? { places: [best, ...others] } : { reason: "rooms_full" };
}
