import type { Problem } from "../problem";
import { count, either } from "./count";
import { byId, type Limit, type Places } from "./places";
import type { Clauses } from "./propagation";

/** How the limits of rooms and interpreters are written: of meetings, or of the people in them. */
export type Style = "people" | "meetings";

/** Of a participant; 0 in `busy` is a slot in which none of its meetings may be. */
type Person = { meetings: number[]; next: number[]; busy: number[]; breaks: number[] };

type Context = { clauses: Clauses; problem: Problem; places: Places; /** The variable of a meeting in a slot; 0: not there. */ at: (meeting: number, slot: number) => number };

/**
 * Writes the formula of docs/schedule-certificate.md, section by section: schedules of all meetings satisfy it. This is
 * made from that page alone and shares no code with the solver, so that neither can hide a mistake of the other.
 * @returns the variables of the breaks: of how many of them hold a certificate speaks
 */
export function writeFormula(clauses: Clauses, problem: Problem, places: Places, style: Style): number[] {
  const context = { clauses, problem, places, at: writePlaces(clauses, places) };
  const people = writeBusy(context);
  for (const person of people) if (person.meetings.length > 1) writeBreaks(clauses, person);
  for (const person of people) writeDay(clauses, person);
  for (const limits of [places.rooms, places.interpreters]) for (const limit of limits) writeLimit(context, people, limit, style);
  writeOrder(context);
  if (problem.fairness !== null && people.length > 0) writeFairness(clauses, people, problem.fairness);
  return people.flatMap(({ breaks }) => breaks);
}

function addAtMostOne(clauses: Clauses, literals: readonly number[]): void {
  for (const [index, one] of literals.entries()) for (const other of literals.slice(index + 1)) clauses.add(-one, -other);
}

/** 1. Each meeting is in one of its slots. What its participants ask for is in `writeBusy`. */
function writePlaces(clauses: Clauses, { slots }: Places): Context["at"] {
  const variables = slots.map((own) => new Map(own.map((slot) => [slot, clauses.newVariable()])));
  for (const own of variables) {
    clauses.add(...own.values());
    addAtMostOne(clauses, [...own.values()]);
  }
  return (meeting, slot) => variables[meeting]?.get(slot) ?? 0;
}

/** For each slot the first one in which the participant may be again after a meeting in it. */
function listNext({ slots }: Problem, restMinutes: number): number[] {
  return slots.map(({ endsAt }, slot) => {
    if (restMinutes === 0) return slot + 1;
    const next = slots.findIndex(({ startsAt }, index) => index > slot && startsAt >= endsAt + restMinutes);
    return next === -1 ? slots.length : next;
  });
}

/** 2. When each participant is in a meeting: in one at a time. */
function writeBusy({ clauses, problem, places, at }: Context): Person[] {
  return problem.participants.toSorted(byId).map(({ id, restMinutes }) => {
    const meetings = places.meetings.flatMap(({ participants }, index) => (participants.includes(id) ? [index] : []));
    const busy = problem.slots.map((_, slot) => {
      const here = meetings.map((meeting) => at(meeting, slot)).filter((variable) => variable !== 0);
      if (here.length === 0) return 0;
      addAtMostOne(clauses, here);
      const variable = clauses.newVariable();
      for (const place of here) clauses.add(-place, variable);
      clauses.add(...here, -variable);
      return variable;
    });
    return { meetings, next: listNext(problem, restMinutes), busy, breaks: [] };
  });
}

/** 3. A break ends in a slot: busy there and before `near`, and not from there on. */
function writeBreaks(clauses: Clauses, { next, busy, breaks }: Person): void {
  let [earlier, added] = [0, 0];
  for (const [slot, here] of busy.entries()) {
    const near = next.findIndex((first) => first >= slot);
    for (; added < near; added += 1) earlier = either(clauses, earlier, busy[added] ?? 0);
    if (here === 0 || earlier === 0) continue;
    const between = busy.slice(near, slot).filter((variable) => variable !== 0);
    const variable = clauses.newVariable();
    clauses.add(-variable, here);
    clauses.add(-variable, earlier);
    for (const other of between) clauses.add(-variable, -other);
    clauses.add(variable, -here, -earlier, ...between);
    breaks.push(variable);
  }
}

/** 4. Each of its meetings takes a slot of its own, with the rest between that it asked for. */
function writeDay(clauses: Clauses, { meetings, next, busy }: Person): void {
  const open = busy.filter((variable) => variable !== 0);
  const wanted = meetings.length;
  if (wanted > 0 && open.length > wanted) {
    const sums = count(clauses, open, wanted + 1, "both");
    for (const sum of sums.slice(wanted - 1, wanted)) clauses.add(sum);
    for (const sum of sums.slice(wanted)) clauses.add(-sum);
  } else if (open.length === wanted) for (const variable of open) clauses.add(variable);
  else if (open.length < wanted) clauses.add();
  for (const [slot, here] of busy.entries()) {
    if (here === 0) continue;
    for (const other of busy.slice(slot + 1, next[slot])) if (other !== 0) clauses.add(-here, -other);
  }
}

/** 5. No more meetings in a slot than there are rooms, or interpreters. */
function writeLimit({ clauses, places, at }: Context, people: readonly Person[], { slot, most, members }: Limit, style: Style): void {
  if (members.length <= most) return;
  const arePairs = members.every((meeting) => new Set(places.meetings[meeting]?.participants).size === 2);
  if (style === "meetings" || !arePairs || members.length < (places.rooms[slot]?.members.length ?? 0)) {
    const sums = count(clauses, members.map((meeting) => at(meeting, slot)), most + 1, "up");
    for (const sum of sums.slice(most)) clauses.add(-sum);
    return;
  }
  const sums = count(clauses, people.map(({ busy }) => busy[slot] ?? 0).filter((variable) => variable !== 0), 2 * most + 1, "both");
  for (const sum of sums.slice(2 * most)) clauses.add(-sum);
  const least = 2 * leastMeetings(places, slot);
  for (const sum of sums.slice(0, least)) clauses.add(sum);
  if (least > sums.length) clauses.add();
  for (const [index, sum] of sums.entries()) {
    const next = sums[index + 1];
    if (index % 2 === 0 && next !== undefined) clauses.add(-sum, next);
  }
}

/** So many meetings have to be in a slot, because the others hold no more of them together. */
function leastMeetings({ meetings, rooms, interpreters }: Places, slot: number): number {
  const held = rooms.map(({ members }, other) => {
    const limits = [rooms[other], interpreters[other]].filter((limit) => limit?.members.length === members.length);
    return Math.min(members.length, ...limits.map((limit) => limit?.most ?? 0));
  });
  return Math.max(0, meetings.length - held.reduce((sum, some, other) => sum + (other === slot ? 0 : some), 0));
}

/** 6. Before the later meeting has begun: the earlier one. */
function writeOrder({ clauses, problem, places, at }: Context): void {
  const indexes = new Map(places.meetings.map(({ id }, index) => [id, index]));
  for (const [later, { after }] of places.meetings.entries()) {
    for (const earlier of after) {
      let begun = 0;
      for (const slot of problem.slots.keys()) {
        begun = either(clauses, begun, at(later, slot));
        const place = at(indexes.get(earlier) ?? -1, slot);
        if (begun !== 0 && place !== 0) clauses.add(-begun, -place);
      }
    }
  }
}

/** 7. The numbers of breaks of two participants differ by at most so many. */
function writeFairness(clauses: Clauses, people: readonly Person[], most: number): void {
  const counts = people.map(({ breaks }) => count(clauses, breaks, breaks.length, "both"));
  const fewest = Array.from({ length: Math.min(...counts.map(({ length }) => length)) }, () => clauses.newVariable());
  for (const [index, variable] of fewest.entries()) for (const sums of counts) for (const sum of sums.slice(index, index + 1)) clauses.add(-variable, sum);
  let last = 0;
  for (let difference = 0; difference <= most; difference += 1) {
    last = clauses.newVariable();
    for (const sums of counts) {
      for (let index = difference; index < sums.length; index += 1) {
        clauses.add(-last, -(sums[index] ?? 0), ...fewest.slice(index - difference, index - difference + 1));
      }
    }
  }
  clauses.add(last);
}
