import type { Meeting, Problem } from "./problem";
import type { Placement, Schedule } from "./schedule";

/** A rule that a schedule breaks, and the meetings that do it. */
export type Violation = { rule: string; meetings: string[] };

/**
 * Every rule of the problem that the schedule breaks; none: it is valid. Reads the problem alone and shares no code
 * with the solver, so that neither can hide a mistake of the other.
 */
export function listViolations(problem: Problem, schedule: Schedule): Violation[] {
  const meetings = new Map(problem.meetings.map((meeting) => [meeting.id, meeting]));
  const named = [...schedule.placements, ...schedule.unplaced].map(({ meeting }) => meeting);
  const found: Violation[] = [];
  if (named.toSorted().join() !== [...meetings.keys()].toSorted().join()) found.push({ rule: "each meeting once", meetings: named });
  for (const placement of schedule.placements) {
    const meeting = meetings.get(placement.meeting);
    if (!meeting) continue;
    const broken = Object.entries(rules).filter(([, isKept]) => !isKept(problem, meeting, placement));
    found.push(...broken.map(([rule]) => ({ rule, meetings: [meeting.id] })));
  }
  const taken = schedule.placements.flatMap((placement) => {
    const people = new Set(meetings.get(placement.meeting)?.participants);
    const things = [...[...people].map((id) => `participant ${id}`), `room ${placement.room}`];
    if (placement.interpreter !== null) things.push(`interpreter ${placement.interpreter}`);
    return things.map((thing) => ({ key: `${thing} in ${placement.slot}`, meeting: placement.meeting }));
  });
  for (const [key, seats] of Map.groupBy(taken, (seat) => seat.key)) {
    if (seats.length > 1) found.push({ rule: `once: ${key}`, meetings: seats.map((seat) => seat.meeting) });
  }
  return found;
}

type Rule = (problem: Problem, meeting: Meeting, placement: Placement) => boolean;

function isThere(resources: readonly { id: string; unavailable: readonly string[] }[], id: string, slot: string): boolean {
  return resources.some((resource) => resource.id === id && !resource.unavailable.includes(slot));
}

const rules: Record<string, Rule> = {
  "a slot of the problem": ({ slots }, _, { slot }) => slots.some(({ id }) => id === slot),
  "a slot that it may have": (_, { slots }, { slot }) => slots?.includes(slot) ?? true,
  "a room that it may have": (_, { rooms }, { room }) => rooms?.includes(room) ?? true,
  "the room is there": ({ rooms }, _, { room, slot }) => isThere(rooms, room, slot),
  "all participants are there": ({ participants }, meeting, { slot }) =>
    meeting.participants.every((id) => isThere(participants, id, slot)),
  "where it is pinned": (_, { pinned }, { slot, room }) =>
    pinned === null || (pinned.slot === slot && (pinned.room ?? room) === room),
  "an interpreter where one is needed": ({ interpreters }, { interpretation }, { interpreter, slot }) => {
    if (interpretation.length === 0) return interpreter === null;
    const languages = interpreters.find(({ id }) => id === interpreter)?.languages ?? [];
    return interpretation.every((language) => languages.includes(language)) && isThere(interpreters, interpreter ?? "", slot);
  },
};
