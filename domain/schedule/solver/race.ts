import type { CadicalModule } from "cadical-wasm";
import type { Argument, Before, Effort, LevelName } from "./answer";
import { boundByDegree } from "./degree-bound";
import { LocalSearch } from "./local-search";
import { boundDifference, measure, toSlots, type Measures } from "./measure";
import type { Model } from "./model";
import type { Style } from "./encode";
import { Prover, type Aim, type Slots } from "./prover";

/** The aims of a schedule in the order of their importance. */
export type Target = Exclude<Aim, "exists">;

export type Bound = { bound: number; argument: Argument };

/**
 * A turn: how many tries the search has, how many conflicts each proof. Both grow from turn to turn, because whoever is
 * interrupted loses some work each time. First of all a short look whether there is a schedule at all; then, if the
 * search has placed all meetings, a long turn of it, so that something good is there soon. Where the best is far from
 * the bound, more is hoped of the search.
 */
const turn = { tries: 10_000, conflicts: 1_500, growth: 1.2, largest: 30, look: 200, far: 4, first: 40_000, second: 120_000 };
const styles = ["people", "meetings"] as const;
/** A pass of the search has so many tries for each meeting, as far as it may fit the time; never fewer than `least`. */
const pass = { least: 200_000, perMeeting: 1_500, perSecond: 90_000 };
/** Seconds that are kept for handing out rooms: this share of all, and no more than one. */
const finish = 0.05;
/** How many turns go into making the difference smaller once the breaks are proved. */
const turnsForDifference = 40;
/** A formula would need more than about so many clauses: searched, but not proved. */
const mostClauses = 4_000_000;

/**
 * Search and proofs in turns, until the best schedule found is as good as the best bound, for every target. Everything
 * counts steps; the clock only ends it.
 */
export class Race {
  readonly model: Model;
  readonly effort: Effort;
  readonly before: Slots | null;
  readonly begun: number;
  readonly #cadical: CadicalModule;
  readonly #search: LocalSearch;
  readonly #isProvable: boolean;
  #provers: Prover[] = [];
  /** What the search had found when it was last looked at. */
  #found: Slots | null = null;
  /** The search alone placed all meetings soon. */
  #hasPromise = false;
  #turns = 0;
  #turnsAfterBreaks = 0;
  targets: readonly Target[];
  /** Every meeting is to have a place; otherwise the most weight is. */
  allPlaced = true;
  best: { slots: Slots; measures: Measures } | null = null;
  isInfeasible = false;
  isCut = false;
  readonly #bounds = new Map<Target, Bound>();

  constructor(cadical: CadicalModule, model: Model, effort: Effort, before: Before | null) {
    this.#cadical = cadical;
    this.model = model;
    this.effort = effort;
    this.begun = effort.now();
    this.before = before && toSlots(model, before);
    this.targets = before ? ["moved", "told", "breaks"] : ["breaks", "difference"];
    this.#isProvable = isProvable(model);
    const length = Math.min(model.meetings.length * pass.perMeeting, effort.seconds * pass.perSecond);
    this.#search = new LocalSearch(model, model.problem.seed, Math.max(pass.least, length), this.before);
    this.#takeFound();
  }

  get isStopped(): boolean {
    return this.effort.isCancelled() || this.effort.now() - this.begun >= this.effort.seconds - Math.min(1, finish * this.effort.seconds);
  }

  boundOf(target: Target): Bound {
    return this.#bounds.get(target) ?? { bound: 0, argument: "none" };
  }

  run(): void {
    if (!this.before) this.#searchOn(turn.first);
    this.#hasPromise = this.best?.measures.weight === 0;
    this.#runStage();
    if (!this.isInfeasible) return;
    this.allPlaced = false;
    this.targets = this.effort.isReasonEnough ? ["weight"] : ["weight", ...this.targets];
    this.#bounds.clear();
    this.#learn("weight", Math.min(...this.model.meetings.map(({ weight }) => weight)), "search");
    this.#runStage();
  }

  #runStage(): void {
    this.#provers = [];
    this.#learn("breaks", this.allPlaced && !this.before ? boundByDegree(this.model) : 0, "degree");
    try {
      while (!this.#isDone() && !(this.allPlaced && this.isInfeasible)) {
        // A repair too large to prove stays what it is: nothing moves, and what fits is added.
        if (this.isStopped || (this.before && !this.#isProvable)) {
          this.isCut = true;
          return;
        }
        const style = styles[this.#provers.length];
        if (this.#isProvable && style) this.#provers.push(this.#createProver(style));
        this.#takeTurn();
      }
    } finally {
      for (const prover of this.#provers) prover.dispose();
    }
  }

  #createProver(style: Style): Prover {
    const { model, allPlaced, before } = this;
    const aims: Aim[] = allPlaced && this.best?.measures.weight !== 0 ? ["exists", ...this.targets] : [...this.targets];
    const isStopped = () => this.isStopped;
    return new Prover(this.#cadical, model, { style, allPlaced, aims, before, seed: model.problem.seed % 1000, isStopped });
  }

  #takeTurn(): void {
    if (this.#isReached("breaks")) this.#turnsAfterBreaks += 1;
    const growth = Math.min(turn.growth ** this.#turns, turn.largest);
    for (const prover of this.#provers) {
      if (this.#isDone() || this.isStopped) return;
      const isReached = prover.step(this.#turns === 0 ? turn.look : Math.ceil(turn.conflicts * growth));
      if (prover.isInfeasible && this.allPlaced) {
        this.isInfeasible = true;
        return;
      }
      if (isReached && prover.slots) {
        this.#take(prover.slots);
        if (!this.before) this.#search.startFrom(prover.slots);
      }
      for (const [aim, value] of prover.reached) if (aim !== "exists") this.#learn(aim, value, "search");
      if (prover.aim !== null && prover.aim !== "exists") this.#learn(prover.aim, prover.bound, "search");
    }
    if (!this.before) this.#searchOn(this.#turns === 0 && this.#hasPromise ? turn.second : turn.tries * growth * (this.#isFar ? turn.far : 1));
    this.#turns += 1;
  }

  /** More breaks could go than three in a hundred meetings. */
  get #isFar(): boolean {
    return !this.best || this.best.measures.breaks - this.boundOf("breaks").bound > this.model.meetings.length * 0.03;
  }

  #searchOn(tries: number): void {
    for (let count = 0; count < tries && !this.isStopped && !this.#isReached("breaks"); count += 2_000) {
      this.#search.work(2_000);
      this.#takeFound();
    }
  }

  #takeFound(): void {
    const { slots } = this.#search.best;
    if (slots === this.#found) return;
    this.#found = slots;
    this.#take(slots);
  }

  #learn(target: Target, bound: number, argument: Argument): void {
    if (bound <= this.boundOf(target).bound) return;
    this.#bounds.set(target, { bound, argument });
    this.#report(target);
  }

  /** Keeps a schedule that is better than the best one. */
  #take(slots: Slots): void {
    const measures = measure(this.model, slots, this.before);
    if (measures.unfair > 0) return;
    if (this.best && !isBetter(measures, this.best.measures, this.targets)) return;
    this.best = { slots, measures };
    this.#report("breaks");
  }

  /** This target and all before it are as good as they can be. */
  #isReached(target: Target): boolean {
    const { best } = this;
    if (!best || (this.allPlaced && best.measures.weight > 0)) return false;
    if (!this.targets.includes(target)) return false;
    return this.targets.slice(0, this.targets.indexOf(target) + 1).every((each) => best.measures[each] <= this.boundOf(each).bound);
  }

  #isDone(): boolean {
    if (this.best && this.#isReached("breaks")) this.#learn("difference", boundDifference(this.model, this.best.measures.breaks), "degree");
    const isFair = this.#isReached("breaks") && (!this.#isProvable || this.#turnsAfterBreaks >= turnsForDifference);
    return isFair || this.#isReached(this.targets.at(-1) ?? "breaks");
  }

  #report(level: LevelName): void {
    const measures = this.best?.measures;
    this.effort.onProgress({
      seconds: this.effort.now() - this.begun,
      level,
      placed: this.best ? this.best.slots.filter((slot) => slot >= 0).length : 0,
      breaks: measures?.breaks ?? 0,
      bound: this.boundOf("breaks").bound,
    });
  }
}

function isBetter(one: Measures, other: Measures, targets: readonly Target[]): boolean {
  for (const target of ["weight", ...targets] as const) {
    if (one[target] !== other[target]) return one[target] < other[target];
  }
  return false;
}

/** The counts of rooms grow with their number times the meetings'. */
export function isProvable({ limits, meetings, people }: Model): boolean {
  const counts = limits.reduce((sum, { most, meetings: members }) => sum + members.length * most * 2, 0);
  return counts + meetings.length * 500 + people.length * 1000 < mostClauses;
}
