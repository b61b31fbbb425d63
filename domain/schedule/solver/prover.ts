import { Cadical, type CadicalModule } from "cadical-wasm";
import type { Clauses, Literal } from "./clauses";
import { CoreGuided, type Wish } from "./core-guided";
import { addDifferences, encode, type Encoding, type Style } from "./encode";
import type { Model } from "./model";

/** Slot of each meeting; -1 where it has none. */
export type Slots = Int32Array;

/** What is to be as small as possible, one after the other. */
export type Aim = "exists" | "weight" | "moved" | "told" | "breaks" | "difference";

export type ProverOptions = {
  style: Style;
  allPlaced: boolean;
  aims: readonly Aim[];
  /** Slots before the change, for a repair. */
  before: Slots | null;
  seed: number;
  isStopped: () => boolean;
  /** Where every step of the proof is written down. */
  log?: { lemma: (clause: Literal[]) => void; core: (clause: Literal[]) => void };
};

/**
 * Every learned clause is told, and each follows from those before it by unit propagation alone: none is strengthened
 * on the fly (otfs), which would not be told.
 */
const plain = { inprocessing: false, lucky: false, walk: false, otfs: false };
const longest = 1_000_000;

const coresPerStep = 5;

/** A complete search: one formula, one aim after the other, in steps of limited work. */
export class Prover {
  readonly #model: Model;
  readonly #options: ProverOptions;
  readonly #solver: Cadical;
  readonly #clauses: Clauses;
  readonly #encoding: Encoding;
  readonly #guided: CoreGuided;
  #aim = 0;
  /** What each finished aim came to. */
  readonly reached = new Map<Aim, number>();
  isInfeasible = false;
  /** The model of the last finished aim: optimal for it and those before. */
  slots: Slots | null = null;

  constructor(cadical: CadicalModule, model: Model, options: ProverOptions) {
    const solver = new Cadical(cadical, { quiet: true, seed: options.seed, ...(options.log && plain) });
    this.#model = model;
    this.#options = options;
    this.#solver = solver;
    this.#clauses = { add: (...literals) => solver.addClause(literals), fresh: () => solver.newVar() };
    solver.setTerminate(options.isStopped);
    this.#encoding = encode(model, this.#clauses, options.style, options.allPlaced);
    if (model.problem.fairness !== null) this.#keepWithin(model.problem.fairness);
    if (options.log) solver.setLearn(longest, options.log.lemma);
    this.#guided = new CoreGuided(solver, this.#clauses, options.log?.core);
    this.#pursue();
  }

  get aim(): Aim | null {
    return this.isInfeasible ? null : (this.#options.aims[this.#aim] ?? null);
  }

  /** Nothing better than this is possible for the aim that is being worked on. */
  get bound(): number {
    return this.#guided.bound;
  }

  /** Works for about so many conflicts. True: an aim was reached, or none can be. */
  step(conflicts: number): boolean {
    const aim = this.aim;
    if (aim === null) return false;
    const outcome = this.#guided.step(conflicts, coresPerStep);
    if (outcome === "open") return false;
    if (outcome === "infeasible") {
      this.isInfeasible = true;
      return true;
    }
    this.slots = this.#read();
    this.reached.set(aim, this.#guided.bound);
    this.#aim += 1;
    this.#pursue();
    return true;
  }

  dispose(): void {
    this.#solver.dispose();
  }

  #pursue(): void {
    const aim = this.aim;
    this.#guided.pursue(aim === null ? [] : this.#wishesFor(aim));
  }

  #wishesFor(aim: Aim): Wish[] {
    const { breaks, unplaced } = this.#encoding;
    if (aim === "weight") return (unplaced ?? []).map((literal, meeting) => ({ literal: -literal, weight: this.#model.meetings[meeting]?.weight ?? 1 }));
    if (aim === "breaks") return breaks.flat().map((literal) => ({ literal: -literal, weight: 1 }));
    if (aim === "moved") return this.#listUnmoved();
    if (aim === "told") return this.#listUntold();
    if (aim === "difference") return addDifferences(this.#clauses, breaks, this.#mostBreaks() - 1).map((literal) => ({ literal, weight: 1 }));
    return [];
  }

  #mostBreaks(): number {
    return Math.max(1, ...this.#encoding.breaks.map((own) => own.length));
  }

  #keepWithin(fairness: number): void {
    const [within] = addDifferences(this.#clauses, this.#encoding.breaks, fairness).slice(-1);
    if (within !== undefined) this.#clauses.add(within);
  }

  /** For each meeting that had a slot: it stays there, or has none. */
  #listUnmoved(): Wish[] {
    return this.#model.meetings.flatMap((_, meeting) => {
      if (this.#slotBefore(meeting) < 0) return [];
      return [{ literal: this.#wishFor([[...this.#staying(meeting), ...this.#missing(meeting)]]), weight: 1 }];
    });
  }

  /** For each participant: whatever it had stays, and nothing is new. */
  #listUntold(): Wish[] {
    return this.#model.people.map(({ meetings }) => {
      const unchanged = meetings.map((meeting) => (this.#slotBefore(meeting) < 0 ? this.#missing(meeting) : this.#staying(meeting)));
      return { literal: this.#wishFor(unchanged), weight: 1 };
    });
  }

  #slotBefore(meeting: number): number {
    return this.#options.before?.[meeting] ?? -1;
  }

  /** Literals of the meeting being where it was; none: it cannot be. */
  #staying(meeting: number): Literal[] {
    return [this.#encoding.places[meeting]?.[this.#slotBefore(meeting)] ?? 0].filter(Boolean);
  }

  #missing(meeting: number): Literal[] {
    return [this.#encoding.unplaced?.[meeting] ?? 0].filter(Boolean);
  }

  /** A literal that holds only if in each of these lists some literal does. */
  #wishFor(lists: readonly (readonly Literal[])[]): Literal {
    const wish = this.#clauses.fresh();
    for (const literals of lists) this.#clauses.add(-wish, ...literals);
    return wish;
  }

  #read(): Slots {
    return Int32Array.from(this.#encoding.places, (row) => row.findIndex((literal) => literal !== 0 && this.#solver.value(literal)));
  }
}
