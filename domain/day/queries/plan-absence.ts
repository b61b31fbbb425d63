import { solveRepair } from "@/domain/schedule/queries/get-repair";
import type { Draft, DraftMeeting, DraftPerson, Entry } from "@/domain/schedule/schema";
import { toRepairProblem } from "@/domain/schedule/solver/from-draft";
import { listRepairs } from "@/domain/schedule/solver/repair-draft";
import type { Tx } from "@/prisma/client";
import { suggestPairs, type Suggested } from "./suggest-pairs";

/** Somebody whose partner is missing in a slot. */
export type Alone = { person: DraftPerson; slotId: string };

/** A change of a draft. `made`: meetings that there are not yet, by an id of the two. */
export type Change = { removed: string[]; entries: Entry[]; made: DraftMeeting[]; alone: Alone[] };

/** Weights of meetings that may replace others: one that is agreed is worth more than all that it could be in the way of. */
const agreedWeight = 1000;
const suggestedWeight = (fit: number) => 100 + fit;

/** Meetings that somebody misses and that can still be changed, with who is left alone in each. */
function listLost(draft: Draft, from: Date) {
  const open = new Set(draft.slots.filter(({ startsAt }) => startsAt > from).map(({ id }) => id));
  const meetings = new Map(draft.meetings.map((meeting) => [meeting.id, meeting]));
  return draft.placements.flatMap(({ meetingId, slotId }) => {
    const sides = meetings.get(meetingId)?.sides ?? [];
    const alone = sides.filter(({ missedSlotIds }) => !missedSlotIds.includes(slotId));
    return alone.length === sides.length || !open.has(slotId) ? [] : [{ meetingId, slotId, alone }];
  });
}

/** The id of a meeting that is not made yet. */
function idOfPair([left, right]: Suggested["sides"]): string {
  return [left.id, right.id].toSorted().join(" ");
}

function toMeeting({ sides }: Suggested): DraftMeeting {
  return { id: idOfPair(sides), origin: "pairing", isCancelled: false, subject: "", subjectLocale: "en", sides: [...sides], chosenInterpreterId: null, interpreterId: null };
}

/** A meeting that could replace what is lost: in the slots in which somebody of it has lost one. `weight`: what it is worth. */
type Candidate = { meeting: DraftMeeting; weight: number; slotIds: string[] };

function toCandidate(meeting: DraftMeeting, weight: number, alone: readonly Alone[]): Candidate {
  const slotIds = alone.filter(({ person }) => meeting.sides.some(({ id }) => id === person.id)).map(({ slotId }) => slotId);
  return { meeting, weight, slotIds: [...new Set(slotIds)] };
}

/** Of the meetings that could replace what is lost, those that are worth most together; all else stays where it is. */
async function choose(draft: Draft, candidates: readonly Candidate[], from: Date): Promise<Entry[]> {
  const used = new Set(candidates.flatMap(({ slotIds }) => slotIds));
  const staying = draft.placements.filter(({ slotId }) => used.has(slotId)).map((placement) => ({ ...placement, isLocked: true }));
  const stayingIds = new Set(staying.map(({ meetingId }) => meetingId));
  const part: Draft = {
    ...draft,
    slots: draft.slots.filter(({ id }) => used.has(id)),
    placements: staying,
    meetings: [...draft.meetings.filter(({ id }) => stayingIds.has(id)), ...candidates.map(({ meeting }) => meeting)],
  };
  const { problem, before } = toRepairProblem(part, from);
  const wanted = new Map(candidates.map(({ meeting, weight, slotIds }) => [meeting.id, { weight, slotIds }]));
  const meetings = problem.meetings.map((meeting) => {
    const { weight, slotIds } = wanted.get(meeting.id) ?? {};
    return slotIds ? { ...meeting, weight: weight ?? 1, slots: (meeting.slots ?? []).filter((id) => slotIds.includes(id)) } : meeting;
  });
  const answer = await solveRepair({ problem: { ...problem, meetings }, before });
  return listRepairs(part, answer.placements, from).flatMap((change) => (change.kind === "new" ? [change.after] : []));
}

/**
 * What becomes of the day without those who are missing: their meetings go, and who is left alone meets somebody else who is free at that
 * time, of the agreed meetings without a place first, then of those who would suit best. Nobody else's meeting moves.
 */
export async function planAbsence(tx: Tx, event: { id: string; programmeId: string }, draft: Draft, from: Date): Promise<Change> {
  const lost = listLost(draft, from);
  const removed = lost.map(({ meetingId }) => meetingId);
  const alone = lost.flatMap(({ slotId, alone: persons }) => persons.map((person) => ({ person, slotId })));
  if (alone.length === 0) return { removed, entries: [], made: [], alone };
  const rest: Draft = { ...draft, placements: draft.placements.filter(({ meetingId }) => !removed.includes(meetingId)) };
  const placed = new Set(draft.placements.map(({ meetingId }) => meetingId));
  const aloneIds = new Set(alone.map(({ person }) => person.id));
  const agreed = draft.meetings.filter(({ id, isCancelled, sides }) => !placed.has(id) && !isCancelled && sides.every(({ takesPart }) => takesPart) && sides.some((side) => aloneIds.has(side.id)));
  const suggested = await suggestPairs(tx, event, draft, alone.map(({ person }) => person));
  const pairs = new Map(suggested.map((pair) => [idOfPair(pair.sides), pair]));
  const candidates = [
    ...agreed.map((meeting) => toCandidate(meeting, agreedWeight, alone)),
    ...[...pairs.values()].map((pair) => toCandidate(toMeeting(pair), suggestedWeight(pair.fit), alone)),
  ];
  const entries = await choose(rest, candidates, from);
  const chosen = new Set(entries.map(({ meetingId }) => meetingId));
  const made = [...pairs.values()].map(toMeeting).filter(({ id }) => chosen.has(id));
  const all = [...draft.meetings, ...made];
  const isHelped = ({ person, slotId }: Alone) => entries.some((entry) => entry.slotId === slotId && all.some(({ id, sides }) => id === entry.meetingId && sides.some((side) => side.id === person.id)));
  return { removed, entries, made, alone: alone.filter((one) => !isHelped(one)) };
}
