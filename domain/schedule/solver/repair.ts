import type { Board } from "./board";
import type { Compiled } from "./compile";
import { randomFrom, type Random } from "./random";

/**
 * The search ends after so many steps, or when it has judged so many moves; it counts and looks at no clock, so that
 * every machine gives the same answer. The second limit is about a second's work.
 */
const stepsPerMeeting = 60;
const mostSteps = 30_000;
const mostJudged = 1_500_000;

type Move = { meeting: number; slot: number; cost: number };

/**
 * Makes room for meetings that are left over: each step places one of them and takes out those in its way, which then
 * look for another slot themselves. A meeting that was taken out of a slot stays away from it for some steps.
 * The best board that was seen is the one that remains.
 */
export function repair(compiled: Compiled, board: Board, left: readonly number[]): void {
  const search = new Search(compiled, board, left);
  const steps = Math.min(mostSteps, stepsPerMeeting * compiled.meetings.length);
  for (let step = 0; step < steps && search.isOpen; step += 1) search.step(step);
  search.finish();
}

class Search {
  readonly #compiled: Compiled;
  readonly #board: Board;
  readonly #random: Random;
  readonly #left: Set<number>;
  /** Until which step a meeting stays away from a slot, by meeting × slot. */
  readonly #away = new Map<number, number>();
  #lost: number;
  #judged = 0;
  /** Everything that is in the way of every move is pinned. */
  #isStuck = false;
  #best: { lost: number; slots: Map<number, number> };

  constructor(compiled: Compiled, board: Board, left: readonly number[]) {
    this.#compiled = compiled;
    this.#board = board;
    this.#random = randomFrom(compiled.seed);
    const hasSlot = (meeting: number) => (compiled.meetings[meeting]?.slots.length ?? 0) > 0;
    this.#left = new Set(left.filter(hasSlot));
    this.#lost = [...this.#left].reduce((sum, meeting) => sum + this.#weight(meeting), 0);
    this.#best = { lost: this.#lost, slots: this.#snapshot() };
  }

  get isOpen(): boolean {
    return this.#left.size > 0 && !this.#isStuck && this.#judged < mostJudged;
  }

  step(step: number): void {
    const move = this.#choose(step);
    if (!move) return;
    const { meeting, slot } = move;
    for (const other of this.#board.othersOf(meeting, slot)) this.#takeOut(other, slot, step);
    while (!this.#board.place(meeting, slot)) {
      const movable = this.#board.meetingsIn(slot).filter((other) => !this.#isPinned(other));
      const other = movable[Math.floor(this.#random() * movable.length)];
      if (other === undefined) return this.#keepAway(meeting, slot, step);
      this.#takeOut(other, slot, step);
    }
    this.#left.delete(meeting);
    this.#lost -= this.#weight(meeting);
    if (this.#lost < this.#best.lost) this.#best = { lost: this.#lost, slots: this.#snapshot() };
  }

  /** Goes back to the best board, and adds what still fits. */
  finish(): void {
    const { meetings } = this.#compiled;
    for (const index of meetings.keys()) if (!this.#isPinned(index)) this.#board.remove(index);
    for (const [meeting, slot] of this.#best.slots) this.#board.place(meeting, slot);
    const open = meetings.flatMap((meeting, index) => (meeting.pin === null && this.#board.slotOf(index) === undefined ? [index] : []));
    for (const index of open) meetings[index]?.slots.some((slot) => this.#board.place(index, slot));
  }

  /** The move after which the least is left over; ties are broken by chance. */
  #choose(step: number): Move | undefined {
    let best: Move | undefined;
    let equals = 0;
    let isPossible = false;
    for (const meeting of this.#left) {
      for (const slot of this.#compiled.meetings[meeting]?.slots ?? []) {
        const cost = this.#costOf(meeting, slot);
        this.#judged += 1;
        isPossible ||= cost !== Infinity;
        const isAway = (this.#away.get(this.#key(meeting, slot)) ?? 0) > step;
        if (cost === Infinity || (isAway && this.#lost + cost >= this.#best.lost)) continue;
        if (best && cost > best.cost) continue;
        equals = best?.cost === cost ? equals + 1 : 1;
        if (this.#random() * equals < 1) best = { meeting, slot, cost };
      }
    }
    this.#isStuck = !isPossible;
    return best;
  }

  #costOf(meeting: number, slot: number): number {
    const others = this.#board.othersOf(meeting, slot);
    if (others.some((other) => this.#isPinned(other))) return Infinity;
    const inTheWay = others.reduce((sum, other) => sum + this.#weight(other), 0);
    const needsMore = others.length === 0 && !(this.#board.hasRoom(meeting, slot) && this.#board.hasInterpreter(meeting, slot));
    return inTheWay + (needsMore ? this.#cheapestIn(slot) : 0) - this.#weight(meeting);
  }

  #cheapestIn(slot: number): number {
    const movable = this.#board.meetingsIn(slot).filter((other) => !this.#isPinned(other));
    return Math.min(Infinity, ...movable.map((other) => this.#weight(other)));
  }

  #takeOut(meeting: number, slot: number, step: number): void {
    this.#board.remove(meeting);
    this.#left.add(meeting);
    this.#lost += this.#weight(meeting);
    this.#keepAway(meeting, slot, step);
  }

  #keepAway(meeting: number, slot: number, step: number): void {
    const tenure = 3 + this.#left.size / 2 + this.#random() * 10;
    this.#away.set(this.#key(meeting, slot), step + tenure);
  }

  #snapshot(): Map<number, number> {
    const placed = this.#compiled.meetings.flatMap((_, meeting) => {
      const slot = this.#board.slotOf(meeting);
      return slot === undefined ? [] : [[meeting, slot] as const];
    });
    return new Map(placed.filter(([meeting]) => !this.#isPinned(meeting)));
  }

  #key(meeting: number, slot: number): number {
    return meeting * this.#compiled.slots.length + slot;
  }

  #weight(meeting: number): number {
    return this.#compiled.meetings[meeting]?.weight ?? 0;
  }

  #isPinned(meeting: number): boolean {
    return this.#compiled.meetings[meeting]?.pin !== null;
  }
}
