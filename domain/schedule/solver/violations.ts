import type { Meeting, Problem } from "./problem";
import { createFacts, type Facts, type Seat } from "./seats";
import { gauge } from "./gauge";
import type { Placement } from "./schedule";

/** A rule that a schedule breaks, and the meetings that do it. */
export type Violation = { rule: string; meetings: string[] };

/** A schedule as anybody may have made it: it need not keep a single rule. */
export type Judged = {
  placements: readonly Placement[];
  unplaced: readonly (string | { meeting: string })[];
};

/**
 * Every rule of the problem that the schedule breaks; none: it is valid. Reads the problem alone and shares no code
 * with the solver, so that neither can hide a mistake of the other.
 */
export function listViolations(problem: Problem, schedule: Judged): Violation[] {
  const facts = createFacts(problem, schedule.placements);
  const unplaced = schedule.unplaced.map((one) => (typeof one === "string" ? one : one.meeting));
  const named = [...schedule.placements.map(({ meeting }) => meeting), ...unplaced];
  const found: Violation[] = [];
  if (named.toSorted().join("\n") !== [...facts.meetings.keys()].toSorted().join("\n")) {
    found.push({ rule: "each meeting once", meetings: oddOnes(named, facts) });
  }
  for (const placement of schedule.placements) {
    const meeting = facts.meetings.get(placement.meeting);
    if (!meeting) continue;
    const broken = Object.entries(rules).filter(([, isKept]) => !isKept(facts, meeting, placement));
    found.push(...broken.map(([rule]) => ({ rule, meetings: [meeting.id] })));
  }
  return [...found, ...listShared(facts), ...listHurried(problem, facts), ...listOutOfOrder(facts), ...judgeFairness(problem, schedule)];
}

/** The names that stand in a schedule not at all, more than once, or without being a meeting of the problem. */
function oddOnes(named: readonly string[], { meetings }: Facts): string[] {
  const counts = Map.groupBy(named, (id) => id);
  const missing = [...meetings.keys()].filter((id) => !counts.has(id));
  return [...missing, ...[...counts].flatMap(([id, all]) => (all.length > 1 || !meetings.has(id) ? [id] : []))];
}

type Rule = (facts: Facts, meeting: Meeting, placement: Placement) => boolean;

const rules: Record<string, Rule> = {
  "a slot of the problem": ({ slots }, _, { slot }) => slots.has(slot),
  "a slot that it may have": (_, { slots }, { slot }) => slots?.includes(slot) ?? true,
  "a slot of its session": ({ slots }, { session }, { slot }) => session === null || slots.get(slot)?.session === session,
  "a room that it may have": (_, { rooms }, { room }) => rooms?.includes(room) ?? true,
  "a room of a kind that it may have": ({ rooms }, { roomKinds }, { room }) => {
    const kind = rooms.get(room)?.kind ?? null;
    return roomKinds === null || (kind !== null && roomKinds.includes(kind));
  },
  "a room that holds its participants": ({ rooms }, { participants }, { room }) =>
    new Set(participants).size <= (rooms.get(room)?.capacity ?? Infinity),
  "the room is there": ({ rooms }, _, { room, slot }) => rooms.get(room)?.unavailable.includes(slot) === false,
  "all participants are there": (facts, { participants }, { slot }) =>
    participants.every((id) => facts.participants.get(id)?.unavailable.includes(slot) === false),
  "where it is pinned": (_, { pinned }, { slot, room }) =>
    pinned === null || (pinned.slot === slot && (pinned.room ?? room) === room),
  "an interpreter where one is needed": ({ interpreters }, { interpretation }, { interpreter, slot }) => {
    if (interpretation.length === 0) return interpreter === null;
    const chosen = interpreters.get(interpreter ?? "");
    return chosen?.unavailable.includes(slot) === false && interpretation.every((language) => chosen.languages.includes(language));
  },
};

/** Two meetings at once of one participant, in one room or with one interpreter. */
function listShared({ seats }: Facts): Violation[] {
  const things = ({ participants, placement }: Seat) => [
    ...participants.map((id) => `participant ${id}`),
    `room ${placement.room}`,
    ...(placement.interpreter === null ? [] : [`interpreter ${placement.interpreter}`]),
  ];
  const taken = seats.flatMap((seat) => things(seat).map((thing) => ({ key: `${thing} in ${seat.placement.slot}`, meeting: seat.placement.meeting })));
  const shared = [...Map.groupBy(taken, ({ key }) => key)].filter(([, all]) => all.length > 1);
  return shared.map(([key, all]) => ({ rule: `once: ${key}`, meetings: all.map(({ meeting }) => meeting) }));
}

/** Meetings of one participant that are nearer to one another than the rest that it asked for. */
function listHurried({ participants }: Problem, { days }: Facts): Violation[] {
  return participants.flatMap(({ id, restMinutes }) => {
    const day = days.get(id) ?? [];
    return day.flatMap((seat, index) => {
      const next = day[index + 1];
      if (!next || next.at === seat.at || next.startsAt - seat.endsAt >= restMinutes) return [];
      return [{ rule: `rest: participant ${id}`, meetings: [seat.placement.meeting, next.placement.meeting] }];
    });
  });
}

function listOutOfOrder({ meetings, seats }: Facts): Violation[] {
  const places = new Map(seats.map((seat) => [seat.placement.meeting, seat.at]));
  return seats.flatMap(({ placement: { meeting }, at }) =>
    (meetings.get(meeting)?.after ?? [])
      .filter((earlier) => (places.get(earlier) ?? -1) >= at)
      .map((earlier) => ({ rule: "in an earlier slot", meetings: [earlier, meeting] })));
}

function judgeFairness(problem: Problem, { placements }: Judged): Violation[] {
  const { difference } = gauge(problem, placements);
  return problem.fairness !== null && difference > problem.fairness ? [{ rule: `fairness: breaks differ by ${difference}`, meetings: [] }] : [];
}
