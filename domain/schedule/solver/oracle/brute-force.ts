import type { Meeting, Problem } from "../problem";

/** Rules of a problem that a schedule has to keep; those that are not named are not looked at. */
export type Kept = {
  /** Meetings that take place; the others may or may not. */
  meetings: ReadonlySet<string>;
  /** Participants that are in one meeting at a time, rested and there. */
  participants: ReadonlySet<string>;
  /** Slots whose rooms, and interpreters, have to suffice. */
  roomSlots: ReadonlySet<string>;
  interpreterSlots: ReadonlySet<string>;
  isOrdered: (earlier: string, later: string) => boolean;
  isFair: boolean;
};

export function everyRule(problem: Problem): Kept {
  const ids = (items: readonly { id: string }[]) => new Set(items.map(({ id }) => id));
  return {
    meetings: ids(problem.meetings), participants: ids(problem.participants), roomSlots: ids(problem.slots), interpreterSlots: ids(problem.slots),
    isOrdered: () => true, isFair: true,
  };
}

/** The best that there is, in the order of importance. */
export type Optimum = { unplaced: number; moved: number; told: number; breaks: number; difference: number };

const order = ["unplaced", "moved", "told", "breaks", "difference"] as const;

function isBetter(one: Optimum, other: Optimum): boolean {
  const aim = order.find((name) => one[name] !== other[name]);
  return aim !== undefined && one[aim] < other[aim];
}

/** Each of these has a thing of its own, by augmenting ways. */
function hasEachItsOwn(wishes: readonly (readonly number[])[]): boolean {
  const owner = new Map<number, number>();
  const give = (index: number, seen: Set<number>): boolean =>
    (wishes[index] ?? []).some((thing) => {
      if (seen.has(thing)) return false;
      seen.add(thing);
      const other = owner.get(thing);
      if (other !== undefined && !give(other, seen)) return false;
      owner.set(thing, index);
      return true;
    });
  return wishes.every((_, index) => give(index, new Set()));
}

function roomsOf({ rooms }: Problem, meeting: Meeting, slot: string): number[] {
  return rooms.flatMap(({ id, kind, capacity, unavailable }, index) => {
    const suits = (meeting.rooms?.includes(id) ?? true) && (meeting.roomKinds === null || (kind !== null && meeting.roomKinds.includes(kind)));
    const isPinned = meeting.pinned === null || meeting.pinned.room === null || meeting.pinned.room === id;
    const isFree = !unavailable.includes(slot) && (capacity === null || meeting.participants.length <= capacity);
    return suits && isPinned && isFree ? [index] : [];
  });
}

function interpretersOf({ interpreters }: Problem, meeting: Meeting, slot: string): number[] {
  return interpreters.flatMap(({ languages, unavailable }, index) =>
    !unavailable.includes(slot) && meeting.interpretation.every((language) => languages.includes(language)) ? [index] : []);
}

function mayHave(meeting: Meeting, { id, session }: Problem["slots"][number]): boolean {
  const isNamed = (meeting.slots?.includes(id) ?? true) && (meeting.session === null || meeting.session === session);
  return isNamed && (meeting.pinned === null || meeting.pinned.slot === id);
}

/** Tries every slot for every meeting. For the smallest problems alone. */
class Trial {
  readonly #problem: Problem;
  readonly #kept: Kept;
  readonly #meetings: readonly Meeting[];
  readonly #before: ReadonlyMap<string, string> | null;
  /** The slot of each meeting by its index; -1: none. */
  readonly #slots: number[];
  best: Optimum | null = null;
  /** No schedule that leaves more weight out is looked at. */
  mostUnplaced: number;

  /** @param before the slots of a schedule from which as little as possible should change */
  constructor(problem: Problem, kept: Kept, mostUnplaced: number, before: ReadonlyMap<string, string> | null = null) {
    this.#problem = problem;
    this.#kept = kept;
    this.#before = before;
    this.#meetings = problem.meetings;
    this.#slots = this.#meetings.map(() => -1);
    this.mostUnplaced = mostUnplaced;
  }

  go(index = 0, unplaced = 0): void {
    if (unplaced > this.mostUnplaced) return;
    const meeting = this.#meetings[index];
    if (!meeting) return this.#judge(unplaced);
    for (const [slot, given] of this.#problem.slots.entries()) {
      if (!mayHave(meeting, given)) continue;
      this.#slots[index] = slot;
      if (this.#fits(index, slot)) this.go(index + 1, unplaced);
    }
    this.#slots[index] = -1;
    this.go(index + 1, unplaced + (this.#kept.meetings.has(meeting.id) ? meeting.weight : 0));
  }

  /** The meeting goes with those before it in the list. */
  #fits(index: number, slot: number): boolean {
    const [meeting, id] = [this.#meetings[index], this.#problem.slots[slot]?.id ?? ""];
    if (!meeting) return false;
    const people = meeting.participants.filter((person) => this.#kept.participants.has(person));
    const absent = new Set(this.#problem.participants.filter(({ unavailable }) => unavailable.includes(id)).map((person) => person.id));
    if (people.some((person) => absent.has(person))) return false;
    const there = this.#meetings.filter((_, other) => other <= index && this.#slots[other] === slot);
    if (there.some((other) => other !== meeting && other.participants.some((person) => people.includes(person)))) return false;
    const needy = there.filter(({ interpretation }) => interpretation.length > 0);
    return (
      (!this.#kept.roomSlots.has(id) || hasEachItsOwn(there.map((one) => roomsOf(this.#problem, one, id)))) &&
      (!this.#kept.interpreterSlots.has(id) || hasEachItsOwn(needy.map((one) => interpretersOf(this.#problem, one, id))))
    );
  }

  #judge(unplaced: number): void {
    if (!this.#isInOrder()) return;
    const { participants, fairness } = this.#problem;
    const days = participants.map((person) => ({ id: person.id, ...this.#readDay(person) }));
    if (days.some(({ id, isRested }) => !isRested && this.#kept.participants.has(id))) return;
    const breaks = days.map((day) => day.breaks);
    const difference = breaks.length === 0 ? 0 : Math.max(...breaks) - Math.min(...breaks);
    if (this.#kept.isFair && fairness !== null && difference > fairness) return;
    const found = { unplaced, ...this.#countChanges(), breaks: breaks.reduce((sum, count) => sum + count, 0), difference };
    if (!this.best || isBetter(found, this.best)) this.best = found;
    this.mostUnplaced = Math.min(this.mostUnplaced, unplaced);
  }

  #countChanges(): { moved: number; told: number } {
    const before = this.#before;
    if (!before) return { moved: 0, told: 0 };
    const slotNow = (index: number) => this.#problem.slots[this.#slots[index] ?? -1]?.id;
    const changed = this.#meetings.map(({ id, participants }, index) => ({ participants, from: before.get(id), to: slotNow(index) }))
      .filter(({ from, to }) => from !== to);
    return {
      moved: changed.filter(({ from, to }) => from !== undefined && to !== undefined).length,
      told: new Set(changed.flatMap(({ participants }) => participants)).size,
    };
  }

  #isInOrder(): boolean {
    const at = new Map(this.#meetings.map(({ id }, index) => [id, this.#slots[index] ?? -1]));
    return this.#meetings.every(({ id, after }) => after.every((earlier) => {
      const [before, later] = [at.get(earlier) ?? -1, at.get(id) ?? -1];
      return before === -1 || later === -1 || before < later || !this.#kept.isOrdered(earlier, id);
    }));
  }

  #readDay({ id, restMinutes }: Problem["participants"][number]): { breaks: number; isRested: boolean } {
    const { slots } = this.#problem;
    const busy = slots.filter((_, slot) => this.#meetings.some(({ participants }, index) => this.#slots[index] === slot && participants.includes(id)));
    let breaks = 0;
    let isRested = true;
    for (const [index, { startsAt }] of busy.entries()) {
      const before = busy[index - 1];
      if (!before) continue;
      const earliest = slots.find((slot) => slot.startsAt >= before.endsAt + restMinutes);
      if (startsAt < before.endsAt + restMinutes) isRested = false;
      if (earliest && earliest.startsAt < startsAt) breaks += 1;
    }
    return { breaks, isRested };
  }
}

/**
 * The optimum among all schedules that keep the rules, meetings left out included.
 * @param before the slots of a schedule from which as little as possible should change
 */
export function tryAll(problem: Problem, before: ReadonlyMap<string, string> | null = null): Optimum {
  const trial = new Trial(problem, everyRule(problem), Infinity, before);
  trial.go();
  if (!trial.best) throw new Error("not even a schedule without meetings keeps the rules");
  return trial.best;
}

/** All the meetings can be placed together under these rules. */
export function isPossible(problem: Problem, kept: Kept): boolean {
  const trial = new Trial(problem, kept, 0, null);
  trial.go();
  return trial.best !== null;
}
