import { compareVersions, isImpossible, listWarnings } from "../rules";
import type { Draft, DraftMeeting, DraftPlacement, Entry, EntryChange, Warning } from "../schema";
import type { Placement } from "./schedule";

/** What a repair does to a draft: places that meetings get, and meetings that lose theirs. */
export type DraftRepair = { entries: readonly Entry[]; removed: readonly string[] };

function begunSlots({ slots }: Draft, now: Date): Set<string> {
  return new Set(slots.filter(({ startsAt }) => startsAt <= now).map(({ id }) => id));
}

/**
 * Rooms of one slot: whoever stays in the slot stays in the room, as long as it is open or the moderator has locked the
 * meeting in it; all rooms of an event are alike, so the others get the first ones that are free.
 */
function settleRooms({ rooms, placements }: Draft, entries: readonly Entry[]): Entry[] {
  const open = new Set(rooms.filter(({ isClosed }) => !isClosed).map(({ id }) => id));
  const used = new Set<string>();
  const isLocked = (entry: Entry) => placements.some((one) => one.meetingId === entry.meetingId && one.isLocked);
  const kept = new Map<string, string>();
  for (const { meetingId, slotId } of entries.toSorted((one, other) => Number(isLocked(other)) - Number(isLocked(one)))) {
    const before = placements.find((one) => one.meetingId === meetingId && one.slotId === slotId);
    if (!before || !(open.has(before.roomId) || before.isLocked) || used.has(before.roomId)) continue;
    used.add(before.roomId);
    kept.set(meetingId, before.roomId);
  }
  const free = rooms.filter(({ id }) => open.has(id) && !used.has(id)).map(({ id }) => id);
  return entries.map((entry) => ({ ...entry, roomId: kept.get(entry.meetingId) ?? free.shift() ?? entry.roomId }));
}

/**
 * What would change in the draft if every meeting had the slot that the solver answered; what has begun stays as it
 * was, and nobody changes rooms without need.
 */
export function listRepairs(draft: Draft, answered: readonly Placement[], now: Date): EntryChange[] {
  const begun = begunSlots(draft, now);
  const over = draft.placements.filter(({ slotId }) => begun.has(slotId));
  const isOver = new Set(over.map(({ meetingId }) => meetingId));
  const rest = answered.filter(({ meeting }) => !isOver.has(meeting)).map(({ meeting, slot, room }) => ({ meetingId: meeting, slotId: slot, roomId: room }));
  const settled = [...Map.groupBy(rest, ({ slotId }) => slotId).values()].flatMap((entries) => settleRooms(draft, entries));
  return compareVersions(draft.placements, [...over, ...settled]);
}

/** The draft as it will be. */
export function repairDraft(draft: Draft, { entries, removed }: DraftRepair): Draft {
  const changed = new Set([...entries.map(({ meetingId }) => meetingId), ...removed]);
  const placed = entries.map((entry): DraftPlacement => ({ ...entry, isLocked: false, version: 0 }));
  return { ...draft, placements: [...draft.placements.filter(({ meetingId }) => !changed.has(meetingId)), ...placed] };
}

function nameOf({ kind, slotId, meetingIds, personIds, roomId }: Warning): string {
  return [kind, slotId, ...meetingIds.toSorted(), ...personIds.toSorted(), roomId ?? ""].join(" ");
}

/** A meeting that can be held at all: agreed, and both persons take part. */
function isAlive(meeting: DraftMeeting): boolean {
  return !meeting.isCancelled && meeting.sides.every((person) => person.takesPart);
}

/**
 * A repair that was looked at a moment ago may still be written: it names meetings, slots and rooms of the draft,
 * touches nothing that is locked or has begun, and brings no conflict that was not there before. That two people have
 * no language in common is no reason: they have agreed to meet.
 */
export function isSoundRepair(draft: Draft, repair: DraftRepair, now: Date): boolean {
  const begun = begunSlots(draft, now);
  const [meetings, placements] = [new Map(draft.meetings.map((one) => [one.id, one])), new Map(draft.placements.map((one) => [one.meetingId, one]))];
  const ids = [...repair.entries.map(({ meetingId }) => meetingId), ...repair.removed];
  const [slotIds, roomIds] = [new Set(draft.slots.map(({ id }) => id)), new Set(draft.rooms.map(({ id }) => id))];
  const isFree = (id: string) => {
    const [meeting, placement] = [meetings.get(id), placements.get(id)];
    if (!meeting || (placement && begun.has(placement.slotId))) return false;
    return !placement?.isLocked || !isAlive(meeting);
  };
  const isPlace = ({ meetingId, slotId, roomId }: Entry) => {
    const meeting = meetings.get(meetingId);
    return meeting !== undefined && isAlive(meeting) && slotIds.has(slotId) && !begun.has(slotId) && roomIds.has(roomId);
  };
  if (new Set(ids).size < ids.length || !ids.every(isFree) || !repair.entries.every(isPlace)) return false;
  const known = new Set(listWarnings(draft).map(nameOf));
  const matters = (warning: Warning) => isImpossible(warning) || warning.kind !== "no_common_language";
  return listWarnings(repairDraft(draft, repair)).every((warning) => !matters(warning) || known.has(nameOf(warning)));
}
