import { canTranslate, isThere as isPresent } from "@/domain/interpreter/rules";
import { commonSlots, isFree, isImpossible, isInside, listTranslators, listWarnings, sharedLanguages } from "../rules";
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

/** The languages between which a meeting needs an interpreter, as one name; null: none, or the sides share a language. */
function pairOf({ sides: [left, right] }: DraftMeeting): string | null {
  if (!left || !right || sharedLanguages([left, right]).length > 0) return null;
  return [left, right].map(({ languages }) => languages.toSorted().join()).toSorted().join(" ");
}

/**
 * The draft's interpreters, each "speaking" the pairs of languages that meetings need and they can translate: the
 * solver asks that one speaks everything that a meeting names.
 */
function listInterpreters({ interpreters, slots }: Draft, meetings: readonly DraftMeeting[]): ProblemInput["interpreters"] {
  const pairs = new Map(meetings.flatMap((meeting): [string, DraftMeeting][] => {
    const pair = pairOf(meeting);
    return pair === null ? [] : [[pair, meeting]];
  }));
  return interpreters.map((person) => ({
    id: person.id,
    unavailable: slots.filter((slot) => !isPresent(person, slot)).map(({ id }) => id),
    languages: [...pairs].flatMap(([pair, { sides: [left, right] }]) =>
      (canTranslate(person, { left: left?.languages ?? [], right: right?.languages ?? [] }) ? [pair] : [])),
  }));
}

/**
 * What a meeting's interpreter has to know: a meeting that stays where it is asks for one only where it has one there,
 * for a moderator knew better than the list; so does one that nobody on the list could ever translate.
 */
function listInterpretation(draft: Draft, kept: ReadonlyMap<string, DraftPlacement>): (meeting: DraftMeeting) => string[] {
  const translators = listTranslators(draft);
  const known = new Set(listInterpreters(draft, draft.meetings)?.flatMap(({ unavailable, languages }) => ((unavailable?.length ?? 0) < draft.slots.length ? languages : [])));
  return (meeting) => {
    const pair = pairOf(meeting);
    if (pair === null || !known.has(pair)) return [];
    return kept.has(meeting.id) && !translators.has(meeting.id) ? [] : [pair];
  };
}

/** Slots, rooms, interpreters and people of a draft. */
function frameOf(draft: Draft, meetings: readonly DraftMeeting[], kept: ReadonlyMap<string, DraftPlacement>) {
  return {
    slots: draft.slots.map(({ id, startsAt, endsAt }) => ({ id, startsAt: startsAt.getTime() / 60_000, endsAt: endsAt.getTime() / 60_000 })),
    rooms: listRooms(draft),
    interpreters: listInterpreters(draft, meetings),
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
  const interpretation = listInterpretation(draft, keptPlacements);
  return problemSchema.parse({
    fairness,
    ...frameOf(draft, meetings, keptPlacements),
    meetings: meetings.map((meeting): Meeting => {
      const { id, sides } = meeting;
      const placement = keptPlacements.get(id);
      return {
        id,
        interpretation: interpretation(meeting),
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
  const interpretation = listInterpretation(draft, kept);
  const problem = problemSchema.parse({
    ...frameOf(draft, meetings, kept),
    meetings: meetings.map((meeting): Meeting => {
      const { id, sides } = meeting;
      const placement = kept.get(id);
      const isFixed = placement !== undefined && (placement.isLocked || begun.has(placement.slotId));
      // Where a moderator has put it, it may stay, also outside the event.
      const slots = placement ? [...new Set([...open, placement.slotId])] : open;
      return {
        id,
        interpretation: interpretation(meeting),
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
