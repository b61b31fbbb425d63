import type { Model } from "./model";
import type { Slots } from "./prover";
import { randomFrom, type Random } from "./random";
import { Timetable } from "./timetable";

const none = -1;
/** What a point of the meetings' weight, and of unfairness, costs in breaks; the latter more after each unfair pass. */
const price = { unplaced: 20, unfair: 3, growth: 3 };
const mostInChain = 60;

/** A pass of so many tries begins hot and ends cold: hardly anything gets worse any more. Temperatures in breaks. */
const hot = 0.3;
const cold = 0.12;

type Change = { meeting: number; from: number; to: number };

/**
 * Finds good schedules soon, and proves nothing. Simulated annealing over Kempe chains: a meeting moves to another
 * slot, whatever is in its way moves to the slot that it left, and so on, so that every state keeps the rules
 * (edge colouring; Lewis, "A Guide to Graph Colouring", 2021, ch. 4). Same seed and steps, same answer.
 */
export class LocalSearch {
  readonly #model: Model;
  readonly #table: Timetable;
  readonly #random: Random;
  readonly #hasRest: boolean;
  readonly #hasOrder: boolean;
  /** By meeting × slot. */
  readonly #isAllowed: Uint8Array;
  /** Where a meeting goes in the move that is being tried, by meeting; -2: it stays. */
  readonly #goal: Int32Array;
  #cost: number;
  #tried = 0;
  #unfairPrice = price.unfair;
  #passLength: number;
  best: { slots: Slots; cost: number; unplaced: number; breaks: number; unfair: number };

  /**
   * @param passLength tries of the first pass
   * @param before where meetings begin, as far as they still may be there
   */
  constructor(model: Model, seed: number, passLength: number, before: Slots | null) {
    this.#model = model;
    this.#passLength = passLength;
    this.#table = new Timetable(model);
    this.#random = randomFrom(seed);
    this.#hasRest = model.people.some(({ next }) => next.some((slot, index) => slot > index + 1));
    this.#hasOrder = model.meetings.some(({ after }) => after.length > 0);
    this.#isAllowed = new Uint8Array(model.meetings.length * model.slotCount);
    for (const [meeting, { slots }] of model.meetings.entries()) for (const slot of slots) this.#isAllowed[meeting * model.slotCount + slot] = 1;
    this.#goal = new Int32Array(model.meetings.length).fill(-2);
    for (const [meeting, slot] of before?.entries() ?? []) if (this.#isOpen(meeting, slot)) this.#fits(meeting, slot);
    this.#construct();
    this.#cost = this.#price();
    this.best = this.#remember();
  }

  /** Goes on from a schedule that keeps the rules. */
  startFrom(slots: Slots): void {
    for (const meeting of slots.keys()) this.#table.put(meeting, none);
    for (const [meeting, slot] of slots.entries()) this.#table.put(meeting, slot);
    this.#table.recount(this.#model.people.keys());
    this.#cost = this.#price();
    if (this.#cost < this.best.cost) this.best = this.#remember();
  }

  /** Goes on for so many tries. A pass goes from hot to cold; the next one is twice as long and begins at the best. */
  work(tries: number): void {
    for (let count = 0; count < tries; count += 1) {
      if (this.#tried >= this.#passLength) this.#beginPass();
      this.#tried += 1;
      this.#try(hot * (cold / hot) ** (this.#tried / this.#passLength));
    }
  }

  #beginPass(): void {
    this.#tried = 0;
    this.#passLength *= 2;
    if (this.best.unfair > 0) {
      this.#unfairPrice *= price.growth;
      this.best = { ...this.best, cost: Infinity };
    }
    this.startFrom(this.best.slots);
  }

  /** Each meeting into the emptiest slot that it may have, the most constrained first. */
  #construct(): void {
    const { meetings, people } = this.#model;
    const wanted = (index: number) => (meetings[index]?.people ?? []).reduce((sum, person) => sum + (people[person]?.meetings.length ?? 0), 0);
    const slack = meetings.map((meeting, index) => meeting.slots.length - wanted(index) / 2);
    const order = [...meetings.keys()].toSorted((a, b) => (slack[a] ?? 0) - (slack[b] ?? 0) || a - b);
    const load = new Int32Array(this.#model.slotCount);
    for (const slot of this.#table.slots) if (slot !== none) load[slot] = (load[slot] ?? 0) + 1;
    for (const index of order) {
      if (this.#table.slots[index] !== none) continue;
      const slots = (meetings[index]?.slots ?? []).toSorted((a, b) => (load[a] ?? 0) - (load[b] ?? 0) || a - b);
      const slot = slots.find((each) => this.#fits(index, each));
      if (slot !== undefined) load[slot] = (load[slot] ?? 0) + 1;
    }
    this.#table.recount(people.keys());
  }

  #isOpen(meeting: number, slot: number): boolean {
    return slot !== none && this.#isAllowed[meeting * this.#model.slotCount + slot] === 1;
  }

  /** Places a meeting where nothing has to give way. */
  #fits(meeting: number, slot: number): boolean {
    const people = this.#model.meetings[meeting]?.people ?? [];
    if (people.some((person) => this.#table.meetingOf(person, slot) !== none) || !this.#table.hasRoom(meeting, slot)) return false;
    this.#table.put(meeting, slot);
    const isSound = this.#table.isInOrder(meeting) && people.every((person) => this.#table.isRested(person));
    if (!isSound) this.#table.put(meeting, none);
    return isSound;
  }

  #try(temperature: number): void {
    const { meeting, to } = this.#choose();
    const from = this.#table.slots[meeting] ?? none;
    if (to === none || to === from) return;
    const other = from === none ? Math.floor(this.#random() * this.#model.slotCount) : from;
    if (other === to) return;
    const changes: Change[] = [];
    const isSound = this.#collect(meeting, to, other, changes) && this.#apply(changes, to, other);
    if (!isSound) return this.#undo(changes);
    const cost = this.#price();
    if (cost > this.#cost && this.#random() >= Math.exp((this.#cost - cost) / temperature)) return this.#undo(changes);
    this.#cost = cost;
    this.#settle(changes);
    if (cost < this.best.cost) this.best = this.#remember();
  }

  /** More often a meeting of somebody who has a break, or one without a place. */
  #choose(): { meeting: number; to: number } {
    const { meetings, people } = this.#model;
    for (let count = 0; count < 4 && this.#table.unplaced > 0; count += 1) {
      const meeting = this.#below(meetings.length);
      if (this.#table.slots[meeting] === none) return { meeting, to: this.#anySlot(meeting) };
    }
    for (let count = 0; count < 4; count += 1) {
      const person = this.#below(people.length);
      if (this.#table.breaksOf(person) > 0) return this.#closeGap(person);
    }
    const meeting = this.#below(meetings.length);
    return { meeting, to: this.#anySlot(meeting) };
  }

  /** A meeting at the end of a run of meetings, next to the end of a run. */
  #closeGap(person: number): { meeting: number; to: number } {
    const { slotCount } = this.#model;
    const isBusy = (slot: number) => slot >= 0 && slot < slotCount && this.#table.meetingOf(person, slot) !== none;
    const ends: number[] = [];
    const beside: number[] = [];
    for (let slot = 0; slot < slotCount; slot += 1) {
      const [before, busy, after] = [isBusy(slot - 1), isBusy(slot), isBusy(slot + 1)];
      if (busy && !(before && after)) ends.push(this.#table.meetingOf(person, slot));
      if (!busy && (before || after)) beside.push(slot);
    }
    const meeting = ends[this.#below(ends.length)] ?? none;
    const to = beside[this.#below(beside.length)] ?? none;
    return { meeting, to: this.#random() < 0.2 ? this.#anySlot(meeting) : to };
  }

  #anySlot(meeting: number): number {
    const slots = this.#model.meetings[meeting]?.slots ?? [];
    return slots[this.#below(slots.length)] ?? none;
  }

  #below(count: number): number {
    return Math.floor(this.#random() * count);
  }

  /** Adds to the changes all that has to move if this meeting goes to that slot. False: it cannot. */
  #collect(first: number, to: number, other: number, changes: Change[]): boolean {
    const begin = changes.length;
    this.#want(first, to, changes);
    for (let index = begin; index < changes.length; index += 1) {
      const { meeting, to: goal } = changes[index] ?? { meeting: none, to: none };
      if (changes.length > mostInChain || !this.#isOpen(meeting, goal)) return false;
      const people = this.#model.meetings[meeting]?.people ?? [];
      for (const person of people) {
        const inTheWay = this.#table.meetingOf(person, goal);
        if (inTheWay !== none && inTheWay !== meeting && this.#goal[inTheWay] === -2) this.#want(inTheWay, goal === to ? other : to, changes);
      }
    }
    return true;
  }

  #want(meeting: number, to: number, changes: Change[]): void {
    this.#goal[meeting] = to;
    changes.push({ meeting, from: this.#table.slots[meeting] ?? none, to });
  }

  /** Makes the changes; where a slot is overfull then, another chain goes the other way. False: a rule is broken. */
  #apply(changes: Change[], to: number, other: number): boolean {
    this.#move(changes, 0);
    for (let count = 0; count < 3 && !this.#isWithinLimits(changes); count += 1) {
      const back = this.#findIn(to);
      const begin = changes.length;
      if (back === none || !this.#collect(back, other, to, changes)) return false;
      this.#move(changes, begin);
    }
    return this.#isWithinLimits(changes) && this.#isConsistent(changes);
  }

  #isWithinLimits(changes: readonly Change[]): boolean {
    for (const { meeting } of changes) if (!this.#table.isWithinLimits(meeting)) return false;
    return true;
  }

  #isConsistent(changes: readonly Change[]): boolean {
    for (const { meeting, to } of changes) {
      for (const person of this.#model.meetings[meeting]?.people ?? []) {
        if (this.#table.meetingOf(person, to) !== meeting || (this.#hasRest && !this.#table.isRested(person))) return false;
      }
      if (this.#hasOrder && !this.#table.isInOrder(meeting)) return false;
    }
    return true;
  }

  #move(changes: readonly Change[], begin: number): void {
    for (let index = begin; index < changes.length; index += 1) this.#table.put(changes[index]?.meeting ?? 0, changes[index]?.to ?? none);
    this.#recount(changes);
  }

  #recount(changes: readonly Change[]): void {
    for (const { meeting } of changes) this.#table.recount(this.#model.meetings[meeting]?.people ?? []);
  }

  /** Some meeting of a slot that does not move yet. */
  #findIn(slot: number): number {
    const { meetings } = this.#model;
    const begin = Math.floor(this.#random() * meetings.length);
    for (let count = 0; count < meetings.length; count += 1) {
      const meeting = (begin + count) % meetings.length;
      if (this.#table.slots[meeting] === slot && this.#goal[meeting] === -2) return meeting;
    }
    return none;
  }

  #undo(changes: readonly Change[]): void {
    for (const { meeting } of changes) this.#table.put(meeting, none);
    for (const { meeting, from } of changes) this.#table.put(meeting, from);
    this.#recount(changes);
    this.#settle(changes);
  }

  #settle(changes: readonly Change[]): void {
    for (const { meeting } of changes) this.#goal[meeting] = -2;
  }

  #price(): number {
    return this.#table.unplaced * price.unplaced + this.#table.breaks + this.#table.unfair * this.#unfairPrice;
  }

  #remember() {
    return { slots: this.#table.slots.slice(), cost: this.#cost, ...this.#table.cost };
  }
}
