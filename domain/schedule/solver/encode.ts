import { addAtMostOne, addCount, type Clauses, type Literal } from "./clauses";
import type { Limit, Model, ModelPerson } from "./model";

/**
 * How the formula is written. What helps one problem hinders another, so both are tried side by side.
 * - `meetings`: rooms are counted by the meetings of a slot
 * - `people`: rooms are counted by the people who are busy in a slot, twice as many as meetings
 */
export type Style = "meetings" | "people";

/** The problem as a formula. */
export type Encoding = {
  /** By meeting and slot; 0 where it may not be. */
  places: Literal[][];
  /** By meeting: it has no place. Null where every meeting has one. */
  unplaced: Literal[] | null;
  /** By person: the breaks that it has, one literal for each slot in which one can end. */
  breaks: Literal[][];
  /** By person and slot: it is in a meeting; 0 where it cannot be. */
  busy: Literal[][];
};

/**
 * Writes the rules of a problem. Sources: Bofill et al., JAIR 74 (2022), for the implied counts of each participant's
 * slots and of each slot's people.
 * @param allPlaced every meeting has a place; otherwise it may do without
 */
export function encode(model: Model, clauses: Clauses, style: Style, allPlaced: boolean): Encoding {
  const places = addPlaces(model, clauses);
  const unplaced = allPlaced ? null : model.meetings.map(clauses.fresh);
  for (const [index, row] of places.entries()) {
    const open = row.filter(Boolean);
    clauses.add(...open, ...(unplaced ? [unplaced[index] ?? 0] : []));
    addAtMostOne(clauses, unplaced ? [...open, unplaced[index] ?? 0] : open);
  }
  for (const { meetings } of model.people) {
    for (let slot = 0; slot < model.slotCount; slot += 1) addAtMostOne(clauses, meetings.map((meeting) => places[meeting]?.[slot] ?? 0).filter(Boolean));
  }
  const busy = model.people.map((person) => addBusy(model, clauses, places, person));
  const encoding = { places, unplaced, busy, breaks: model.people.map((person, index) => addBreaks(clauses, person, busy[index] ?? [])) };
  for (const [index, person] of model.people.entries()) {
    addDay(clauses, person, busy[index] ?? [], allPlaced);
    if (unplaced) addMissing(clauses, busy[index] ?? [], person.meetings.map((meeting) => unplaced[meeting] ?? 0));
  }
  const least = listLeast(model);
  for (const limit of model.limits) {
    if (style === "people" && isForPairs(model, limit)) addPeopleLimit(clauses, encoding, limit, allPlaced ? (least[limit.slot] ?? 0) : 0);
    else addMeetingLimit(clauses, encoding, limit);
  }
  for (const [later, { after }] of model.meetings.entries()) for (const earlier of after) addOrder(clauses, places, later, earlier);
  return encoding;
}

function addPlaces({ meetings, slotCount }: Model, { fresh }: Clauses): Literal[][] {
  return meetings.map(({ slots }) => fill(slotCount, slots, fresh));
}

/** What a timetable is made of, without any rule that it has to keep. */
export function encodeDays(model: Model, clauses: Clauses): Pick<Encoding, "places" | "busy" | "breaks"> {
  const places = addPlaces(model, clauses);
  const busy = model.people.map((person) => addBusy(model, clauses, places, person));
  return { places, busy, breaks: model.people.map((person, index) => addBreaks(clauses, person, busy[index] ?? [])) };
}

function fill(length: number, indices: readonly number[], make: () => Literal): Literal[] {
  const row = Array.from({ length }, (): Literal => 0);
  for (const index of indices) row[index] = make();
  return row;
}

function addBusy(model: Model, clauses: Clauses, places: Literal[][], person: ModelPerson): Literal[] {
  return Array.from({ length: model.slotCount }, (_, slot) => {
    const own = person.meetings.map((meeting) => places[meeting]?.[slot] ?? 0).filter(Boolean);
    if (own.length === 0) return 0;
    const busy = clauses.fresh();
    for (const literal of own) clauses.add(-literal, busy);
    clauses.add(-busy, ...own);
    return busy;
  });
}

/** Implied: how many slots a day takes; and the rest between two meetings. */
function addDay(clauses: Clauses, { meetings, next }: ModelPerson, busy: Literal[], allPlaced: boolean): void {
  const open = busy.filter(Boolean);
  const count = meetings.length;
  if (allPlaced && open.length < count) return clauses.add();
  if (count > 0 && open.length > count) {
    const sums = addCount(clauses, open, count + 1, true);
    if (allPlaced) clauses.add(sums[count - 1] ?? 0);
    clauses.add(-(sums[count] ?? 0));
  } else if (allPlaced) {
    for (const literal of open) clauses.add(literal);
  }
  for (const [slot, literal] of busy.entries()) {
    for (let other = slot + 1; other < (next[slot] ?? 0); other += 1) {
      if (literal && busy[other]) clauses.add(-literal, -(busy[other] ?? 0));
    }
  }
}

/** Implied: whoever is busy in fewer slots than it has meetings misses the others. */
function addMissing(clauses: Clauses, busy: Literal[], missing: readonly Literal[]): void {
  const taken = addCount(clauses, busy.filter(Boolean), missing.length, true);
  const gone = addCount(clauses, missing, missing.length, true);
  for (const [index, literal] of gone.entries()) {
    const enough = taken[missing.length - index - 1];
    clauses.add(literal, ...(enough === undefined ? [] : [enough]));
  }
}

/** A break ends in a slot where a meeting is, none was so shortly before that no break lies between, and one was earlier. */
function addBreaks(clauses: Clauses, { meetings, next }: ModelPerson, busy: Literal[]): Literal[] {
  if (meetings.length < 2) return [];
  let earlier: Literal = 0;
  let upTo = 0;
  return busy.flatMap((literal, slot) => {
    const near = next.findIndex((following) => following >= slot);
    for (; upTo < near; upTo += 1) earlier = addEither(clauses, earlier, busy[upTo] ?? 0);
    if (!literal || !earlier) return [];
    const between = busy.slice(near, slot).filter(Boolean);
    const ends = clauses.fresh();
    clauses.add(ends, -literal, -earlier, ...between);
    for (const needed of [literal, earlier, ...between.map((each) => -each)]) clauses.add(-ends, needed);
    return [ends];
  });
}

function addEither(clauses: Clauses, one: Literal, other: Literal): Literal {
  if (!one || !other) return one || other;
  const either = clauses.fresh();
  clauses.add(-one, either);
  clauses.add(-other, either);
  clauses.add(-either, one, other);
  return either;
}

/** All that may be in the slot fall under the limit, and two people make a meeting. */
function isForPairs({ meetings }: Model, limit: Limit): boolean {
  const all = meetings.filter(({ slots }) => slots.includes(limit.slot));
  return all.length === limit.meetings.length && all.every(({ people }) => people.length === 2);
}

function addMeetingLimit(clauses: Clauses, { places }: Encoding, { meetings, slot, most }: Limit): void {
  const sums = addCount(clauses, meetings.map((meeting) => places[meeting]?.[slot] ?? 0), most + 1, false);
  clauses.add(-(sums[most] ?? 0));
}

function addPeopleLimit(clauses: Clauses, { busy }: Encoding, { slot, most }: Limit, least: number): void {
  const people = busy.map((row) => row[slot] ?? 0).filter(Boolean);
  const sums = addCount(clauses, people, 2 * most + 1, true);
  if (sums.length > 2 * most) clauses.add(-(sums[2 * most] ?? 0));
  for (const literal of sums.slice(0, 2 * least)) clauses.add(literal);
  // Two at a time: never an odd number of people.
  for (let odd = 0; odd + 1 < sums.length; odd += 2) clauses.add(-(sums[odd] ?? 0), sums[odd + 1] ?? 0);
}

/** For each slot how many meetings have to be in it because the other slots hold no more. */
function listLeast({ meetings, slotCount, limits }: Model): number[] {
  const most = Array.from({ length: slotCount }, (_, slot) => {
    const there = meetings.filter(({ slots }) => slots.includes(slot)).length;
    const forAll = limits.filter((limit) => limit.slot === slot && limit.meetings.length === there);
    return Math.min(there, ...forAll.map((limit) => limit.most));
  });
  const all = most.reduce((sum, count) => sum + count, 0);
  return most.map((count) => Math.max(0, meetings.length - (all - count)));
}

/** Whoever has to be later is not there while the earlier one is still to come. */
export function addOrder(clauses: Clauses, places: readonly Literal[][], later: number, earlier: number): void {
  let begun: Literal = 0;
  for (const [slot, literal] of (places[later] ?? []).entries()) {
    begun = addEither(clauses, begun, literal);
    const other = places[earlier]?.[slot] ?? 0;
    if (other && begun) clauses.add(-other, -begun);
  }
}

/** For each difference from 0 up: a literal that, where it holds, keeps the numbers of breaks of all within it. */
export function addDifferences(clauses: Clauses, breaks: Encoding["breaks"], most: number): Literal[] {
  const counts = breaks.map((own) => addCount(clauses, own, own.length, true));
  const fewest = Math.min(...counts.map((own) => own.length));
  // least[j]: everybody has more than j breaks.
  const least = Array.from({ length: Number.isFinite(fewest) ? fewest : 0 }, clauses.fresh);
  for (const [index, literal] of least.entries()) for (const own of counts) clauses.add(-literal, own[index] ?? 0);
  return Array.from({ length: most + 1 }, (_, difference) => {
    const within = clauses.fresh();
    for (const own of counts) {
      for (const [index, literal] of own.entries()) {
        const base = index - difference;
        if (base >= 0) clauses.add(-within, -literal, ...(least[base] === undefined ? [] : [least[base]]));
      }
    }
    return within;
  });
}
