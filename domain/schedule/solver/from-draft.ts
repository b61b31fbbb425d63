import { commonSlots, isFree, isImpossible, isInside, listWarnings } from "../rules";
import type { Draft, DraftMeeting, DraftPlacement, Entry, Kept } from "../schema";
import { placeAll } from "./place-all";
import { problemSchema, type Problem, type ProblemInput } from "./problem";
import type { Placement, Reason } from "./schedule";

type Participant = ProblemInput["participants"][number];
type Meeting = ProblemInput["meetings"][number];

/** The meeting can take place at all: agreed, and both persons take part. */
function isAlive(meeting: DraftMeeting): boolean {
  return !meeting.isCancelled && meeting.sides.every((person) => person.takesPart);
}

function listKept(draft: Draft, kept: Kept): Map<string, DraftPlacement> {
  const impossible = new Set(listWarnings(draft).filter(isImpossible).flatMap((warning) => warning.meetingIds));
  const stays = ({ meetingId, isLocked }: DraftPlacement) => isLocked || (kept === "placed" && !impossible.has(meetingId));
  return new Map(draft.placements.filter(stays).map((placement) => [placement.meetingId, placement]));
}

/** Everybody who has a meeting. Where somebody is kept in a slot, a moderator knew better than the own availability. */
function listParticipants(draft: Draft, meetings: readonly DraftMeeting[], kept: ReadonlyMap<string, DraftPlacement>): Participant[] {
  const sides = meetings.flatMap(({ id, sides: persons }) => persons.map((person) => ({ person, keptSlot: kept.get(id)?.slotId })));
  const byUser = Map.groupBy(sides, ({ person }) => person.userId);
  return [...byUser].map(([id, own]) => {
    const keptSlots = new Set(own.map(({ keptSlot }) => keptSlot));
    const isThere = (slotId: string) => keptSlots.has(slotId) || own.every(({ person }) => isFree(person, slotId));
    return { id, unavailable: draft.slots.map((slot) => slot.id).filter((slotId) => !isThere(slotId)) };
  });
}

/** The event's rooms; one that is closed takes nothing but what a moderator has locked in it. */
function listRooms({ rooms, slots, placements }: Draft): ProblemInput["rooms"] {
  const isHeld = (roomId: string, slotId: string) => placements.some((one) => one.isLocked && one.roomId === roomId && one.slotId === slotId);
  return rooms.map(({ id, isClosed }) => ({ id, unavailable: isClosed ? slots.map((slot) => slot.id).filter((slotId) => !isHeld(id, slotId)) : [] }));
}

/** Slots, rooms and people of a draft. Interpreters are not told apart yet: whoever asked for one is a warning's business. */
function frameOf(draft: Draft, meetings: readonly DraftMeeting[], kept: ReadonlyMap<string, DraftPlacement>) {
  return {
    slots: draft.slots.map(({ id, startsAt, endsAt }) => ({ id, startsAt: startsAt.getTime() / 60_000, endsAt: endsAt.getTime() / 60_000 })),
    rooms: listRooms(draft),
    interpreters: [],
    participants: listParticipants(draft, meetings, kept),
  };
}

/**
 * A draft as the solver reads it. People are named by their users, everything else by its own id.
 * @param fairness the most by which the breaks of two people may differ; null: any number
 */
export function toProblem(draft: Draft, kept: Kept, fairness: number | null = null): Problem {
  const keptPlacements = listKept(draft, kept);
  const meetings = draft.meetings.filter(isAlive);
  const inside = draft.slots.filter((slot) => isInside(slot, draft.event)).map((slot) => slot.id);
  return problemSchema.parse({
    fairness,
    ...frameOf(draft, meetings, keptPlacements),
    meetings: meetings.map(({ id, sides }): Meeting => {
      const placement = keptPlacements.get(id);
      return {
        id,
        participants: sides.map((person) => person.userId),
        weight: 1,
        slots: placement ? null : inside,
        pinned: placement ? { slot: placement.slotId, room: placement.roomId } : null,
      };
    }),
  });
}

/** What a repair is given: the problem as it is now, and the places from which as little as possible should move. */
export type RepairProblem = { problem: Problem; before: Placement[] };

/**
 * A draft as a repair reads it: everything may move, but what moderators have locked and what has begun by `now`; no
 * meeting gets a slot that has begun. What stands where it cannot be held (a closed room, somebody who is elsewhere)
 * has to move; a meeting that cannot take place any more is not in the problem.
 */
export function toRepairProblem(draft: Draft, now: Date): RepairProblem {
  const kept = listKept(draft, "placed");
  const placements = new Map(draft.placements.map((placement) => [placement.meetingId, placement]));
  const begun = new Set(draft.slots.filter(({ startsAt }) => startsAt <= now).map(({ id }) => id));
  // What could not be held when it began is over: it binds nobody any more.
  const isOver = (id: string) => !kept.has(id) && begun.has(placements.get(id)?.slotId ?? "");
  const meetings = draft.meetings.filter((meeting) => isAlive(meeting) && !isOver(meeting.id));
  const open = draft.slots.filter((slot) => !begun.has(slot.id) && isInside(slot, draft.event)).map((slot) => slot.id);
  const problem = problemSchema.parse({
    ...frameOf(draft, meetings, kept),
    meetings: meetings.map(({ id, sides }): Meeting => {
      const placement = kept.get(id);
      const isFixed = placement !== undefined && (placement.isLocked || begun.has(placement.slotId));
      // Where a moderator has put it, it may stay, also outside the event.
      const slots = placement ? [...new Set([...open, placement.slotId])] : open;
      return {
        id,
        participants: sides.map((person) => person.userId),
        slots: isFixed ? null : slots,
        pinned: isFixed ? { slot: placement.slotId, room: placement.roomId } : null,
      };
    }),
  });
  const before = meetings.flatMap(({ id }): Placement[] => {
    const placement = placements.get(id);
    return placement ? [{ meeting: id, slot: placement.slotId, room: placement.roomId, interpreter: null }] : [];
  });
  return { problem, before };
}

/** The draft that an answer proposes: its places, but what is locked stays, and who has cancelled since has none. */
export function listProposed(draft: Draft, entries: readonly Entry[]): Entry[] {
  const agreed = new Set(draft.meetings.filter(({ isCancelled }) => !isCancelled).map(({ id }) => id));
  const locked = draft.placements.filter(({ isLocked }) => isLocked);
  const lockedIds = new Set(locked.map(({ meetingId }) => meetingId));
  return [...locked, ...entries.filter(({ meetingId }) => agreed.has(meetingId) && !lockedIds.has(meetingId))];
}

/** Why a meeting has no place in the draft. "fits": it could simply be added. */
export type DraftReason = Reason | { reason: "person_cancelled" } | { reason: "fits"; slots: number };

/** For each agreed meeting without a place the reason, with everything else where it stands now. */
export function explainUnplaced(draft: Draft): Map<string, DraftReason> {
  const placed = new Set(draft.placements.map(({ meetingId }) => meetingId));
  const open = draft.meetings.filter((meeting) => !placed.has(meeting.id) && !meeting.isCancelled);
  const problem = toProblem(draft, "placed");
  const reasons = new Map(placeAll(problem).unplaced.map(({ meeting, ...reason }) => [meeting, reason]));
  return new Map(open.map((meeting): [string, DraftReason] => {
    if (!isAlive(meeting)) return [meeting.id, { reason: "person_cancelled" }];
    const slots = commonSlots(meeting.sides, draft.slots).length;
    return [meeting.id, reasons.get(meeting.id) ?? { reason: "fits", slots }];
  }));
}
