import type { SlotTimes } from "@/domain/event/schema";
import { commonSlots } from "../rules";
import type { Entry } from "../schema";
import type { Reason } from "./schedule";

/** Something that has its place, and stays there. */
export type Taken = Entry & { userIds: string[] };

/** One of those who want to meet; slots as in a draft. */
export type Seeker = { userId: string; slotIds: string[]; elsewhereSlotIds: string[] };

/** The day of one meeting: slots and rooms in their order, and the persons who want to meet. */
export type Day = { now: Date; slots: SlotTimes[]; rooms: { id: string; name: string }[]; persons: Seeker[] };

export type LateReason = Extract<Reason["reason"], "no_common_slot" | "common_slots_taken" | "rooms_full">;

/** The place that was found, or why there is none. */
export type Found = { place: { slotId: string; roomId: string } } | { reason: LateReason };

/** The first slot that has not begun, and a room in it, for one more meeting beside everything that is taken. */
export function findPlace({ now, slots, rooms, persons }: Day, taken: readonly Taken[]): Found {
  const common = commonSlots(persons, slots.filter(({ startsAt }) => startsAt > now));
  if (common.length === 0) return { reason: "no_common_slot" };
  const seekers = new Set(persons.map(({ userId }) => userId));
  const busy = new Set(taken.filter(({ userIds }) => userIds.some((id) => seekers.has(id))).map(({ slotId }) => slotId));
  const open = common.filter((slotId) => !busy.has(slotId));
  if (open.length === 0) return { reason: "common_slots_taken" };
  const usedRooms = new Set(taken.map(({ slotId, roomId }) => `${slotId} ${roomId}`));
  const places = open.flatMap((slotId) => rooms.map(({ id: roomId }) => ({ slotId, roomId })));
  const place = places.find(({ slotId, roomId }) => !usedRooms.has(`${slotId} ${roomId}`));
  return place ? { place } : { reason: "rooms_full" };
}
