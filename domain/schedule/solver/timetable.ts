import type { Model } from "./model";
import type { Slots } from "./prover";

const none = -1;

/** What a change is worth: the smaller the better. */
export type Cost = { unplaced: number; breaks: number; unfair: number };

/**
 * Where every meeting stands during a search, with what follows from it. Participants are in one meeting at a time,
 * limits hold, whatever is done to it; fairness may be broken, and counts as a cost.
 */
export class Timetable {
  readonly model: Model;
  readonly slots: Slots;
  /** Meeting of each participant in each slot, by participant × slot; -1: none. */
  readonly #busy: Int32Array;
  /** How many meetings each limit holds. */
  readonly #load: Int32Array;
  readonly #capacity: Int32Array;
  readonly #limitsOf: readonly (readonly number[])[][];
  readonly #breaks: Int32Array;
  /** How many participants have so many breaks. */
  readonly #spread: Int32Array;
  /** Nobody has had more breaks than this. */
  #most = 0;
  /** Meetings that have this one among those before it. */
  readonly #followers: readonly number[][];
  unplaced: number;
  breaks = 0;

  constructor(model: Model) {
    this.model = model;
    this.slots = new Int32Array(model.meetings.length).fill(none);
    this.#busy = new Int32Array(model.people.length * model.slotCount).fill(none);
    this.#load = new Int32Array(model.limits.length);
    this.#capacity = Int32Array.from(model.limits, ({ most }) => most);
    const limitsOf = model.meetings.map(() => Array.from({ length: model.slotCount }, (): number[] => []));
    for (const [limit, { meetings, slot }] of model.limits.entries()) {
      for (const meeting of meetings) limitsOf[meeting]?.[slot]?.push(limit);
    }
    this.#limitsOf = limitsOf;
    this.#breaks = new Int32Array(model.people.length);
    this.#spread = new Int32Array(model.slotCount + 1);
    this.#spread[0] = model.people.length;
    const followers = model.meetings.map((): number[] => []);
    for (const [meeting, { after }] of model.meetings.entries()) for (const earlier of after) followers[earlier]?.push(meeting);
    this.#followers = followers;
    this.unplaced = model.meetings.reduce((sum, { weight }) => sum + weight, 0);
  }

  /** The meeting that a participant has in a slot; -1: none. */
  meetingOf(person: number, slot: number): number {
    return this.#busy[person * this.model.slotCount + slot] ?? none;
  }

  /** How far the numbers of breaks lie outside what fairness allows. */
  get unfair(): number {
    const { fairness } = this.model.problem;
    if (fairness === null) return 0;
    let fewest = 0;
    while (fewest < this.#most && this.#spread[fewest] === 0) fewest += 1;
    let sum = 0;
    for (let breaks = fewest + fairness + 1; breaks <= this.#most; breaks += 1) sum += (this.#spread[breaks] ?? 0) * (breaks - fewest - fairness);
    return sum;
  }

  get cost(): Cost {
    return { unplaced: this.unplaced, breaks: this.breaks, unfair: this.unfair };
  }

  /** Puts a meeting into a slot, or with -1 nowhere. Limits and people may be overfull until `isSound`. */
  put(meeting: number, slot: number): void {
    const { people, weight } = this.model.meetings[meeting] ?? { people: [], weight: 0 };
    const before = this.slots[meeting] ?? none;
    if (before !== none) {
      for (const limit of this.#limitsOf[meeting]?.[before] ?? []) this.#load[limit] = (this.#load[limit] ?? 0) - 1;
      for (const person of people) {
        const seat = person * this.model.slotCount + before;
        if (this.#busy[seat] === meeting) this.#busy[seat] = none;
      }
    } else this.unplaced -= weight;
    this.slots[meeting] = slot;
    if (slot === none) {
      this.unplaced += weight;
      return;
    }
    for (const limit of this.#limitsOf[meeting]?.[slot] ?? []) this.#load[limit] = (this.#load[limit] ?? 0) + 1;
    for (const person of people) this.#busy[person * this.model.slotCount + slot] = meeting;
  }

  /** Counts the breaks of these participants anew. */
  recount(people: Iterable<number>): void {
    const { slotCount } = this.model;
    for (const person of people) {
      const given = this.model.people[person];
      if (!given) continue;
      const now = this.#countBreaks(given.next, person * slotCount);
      const before = this.#breaks[person] ?? 0;
      if (now === before) continue;
      this.#breaks[person] = now;
      if (now > this.#most) this.#most = now;
      this.breaks += now - before;
      this.#spread[before] = (this.#spread[before] ?? 0) - 1;
      this.#spread[now] = (this.#spread[now] ?? 0) + 1;
    }
  }

  #countBreaks(next: readonly number[], begin: number): number {
    const { slotCount } = this.model;
    let breaks = 0;
    let following = slotCount;
    for (let slot = 0; slot < slotCount; slot += 1) {
      if (this.#busy[begin + slot] === none) continue;
      if (slot > following) breaks += 1;
      following = next[slot] ?? slotCount;
    }
    return breaks;
  }

  breaksOf(person: number): number {
    return this.#breaks[person] ?? 0;
  }

  /** True where the meeting, if it were there, would go over no limit. */
  hasRoom(meeting: number, slot: number): boolean {
    return (this.#limitsOf[meeting]?.[slot] ?? []).every((limit) => (this.#load[limit] ?? 0) < (this.#capacity[limit] ?? 0));
  }

  /** The limits under which the meeting falls where it is all hold. */
  isWithinLimits(meeting: number): boolean {
    for (const limit of this.#limitsOf[meeting]?.[this.slots[meeting] ?? none] ?? []) {
      if ((this.#load[limit] ?? 0) > (this.#capacity[limit] ?? 0)) return false;
    }
    return true;
  }

  /** The meeting stands after those that come before it, and before those that follow. */
  isInOrder(meeting: number): boolean {
    const slot = this.slots[meeting] ?? none;
    if (slot === none) return true;
    const isEarlier = (one: number, other: number) => one === none || other === none || one < other;
    return (
      (this.model.meetings[meeting]?.after ?? []).every((earlier) => isEarlier(this.slots[earlier] ?? none, slot)) &&
      (this.#followers[meeting] ?? []).every((later) => isEarlier(slot, this.slots[later] ?? none))
    );
  }

  /** No two meetings of the participant are nearer than the rest that it asked for. */
  isRested(person: number): boolean {
    const { next } = this.model.people[person] ?? { next: [] };
    let following = 0;
    for (let slot = 0; slot < this.model.slotCount; slot += 1) {
      if (this.meetingOf(person, slot) === none) continue;
      if (slot < following) return false;
      following = next[slot] ?? 0;
    }
    return true;
  }
}
