import { commonSlots, isFree, isImpossible, isInside, listWarnings } from "../rules";
import type { Draft, DraftMeeting, DraftPlacement, Entry } from "../schema";
import { placeAll } from "./place-all";
import { problemSchema, type Problem, type ProblemInput } from "./problem";

type Participant = ProblemInput["participants"][number];
type Meeting = ProblemInput["meetings"][number];
import type { Reason } from "./schedule";

/** Which placements of a draft stay where they are: those that a moderator has locked, or all that can be held. */
export type Kept = "locked" | "placed";

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

/** A draft as the solver reads it. People are named by their users, everything else by its own id. */
export function toProblem(draft: Draft, kept: Kept, seed = 1): Problem {
  const keptPlacements = listKept(draft, kept);
  const meetings = draft.meetings.filter(isAlive);
  const inside = draft.slots.filter((slot) => isInside(slot, draft.event)).map((slot) => slot.id);
  return problemSchema.parse({
    seed,
    slots: draft.slots.map(({ id, startsAt, endsAt }) => ({ id, startsAt: startsAt.getTime() / 60_000, endsAt: endsAt.getTime() / 60_000 })),
    rooms: draft.rooms.map(({ id }) => ({ id })),
    // Interpreters of an event are not told apart yet: whoever asked for one is a warning's business.
    interpreters: [],
    participants: listParticipants(draft, meetings, keptPlacements),
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

/**
 * Where everything that fits would stand. Nothing moves as long as all can be added to what is there; otherwise
 * everything but what is locked may move, if more meetings are placed then. Locked placements are not in the answer.
 */
export function planDraft(draft: Draft, seed = 1): Entry[] {
  const gentle = placeAll(toProblem(draft, "placed", seed));
  const thorough = gentle.unplaced.length > 0 ? placeAll(toProblem(draft, "locked", seed)) : gentle;
  const best = thorough.placements.length > gentle.placements.length ? thorough : gentle;
  const locked = new Set(draft.placements.filter(({ isLocked }) => isLocked).map(({ meetingId }) => meetingId));
  return best.placements
    .filter(({ meeting }) => !locked.has(meeting))
    .map(({ meeting, slot, room }) => ({ meetingId: meeting, slotId: slot, roomId: room }));
}

/** Why a meeting has no place in the draft. "fits": it could simply be added. */
export type DraftReason = Reason | { reason: "person_cancelled" } | { reason: "fits"; slots: number };

/** For each agreed meeting without a place the reason, with everything else where it stands now. */
export function explainUnplaced(draft: Draft): Map<string, DraftReason> {
  const placed = new Set(draft.placements.map(({ meetingId }) => meetingId));
  const open = draft.meetings.filter((meeting) => !placed.has(meeting.id) && !meeting.isCancelled);
  const problem = toProblem(draft, "placed");
  const reasons = new Map(placeAll(problem, "quick").unplaced.map(({ meeting, ...reason }) => [meeting, reason]));
  return new Map(open.map((meeting): [string, DraftReason] => {
    if (!isAlive(meeting)) return [meeting.id, { reason: "person_cancelled" }];
    const slots = commonSlots(meeting.sides, draft.slots).length;
    return [meeting.id, reasons.get(meeting.id) ?? { reason: "fits", slots }];
  }));
}
