import type { Cadical } from "cadical-wasm";
import { addCount, type Clauses, type Literal } from "./clauses";

/** A literal that should hold, and what it costs if it does not. */
export type Wish = { literal: Literal; weight: number };

/** A wish that came out of a conflict: "no more than `index` of these fail". */
type Counted = { weight: number; sums: readonly Literal[]; index: number };

const minimised = { mostLiterals: 80, conflicts: 1000 };

/**
 * Finds the least cost of wishes that fail, from below: each conflict among the wishes proves that one more fails, and
 * a count of its wishes takes their place (OLL; Andres et al., ICLP 2012; Morgado, Dodaro, Marques-Silva, CP 2014).
 * When no conflict is left, the model is optimal.
 */
export class CoreGuided {
  readonly #solver: Cadical;
  readonly #clauses: Clauses;
  readonly #tell: (clause: Literal[]) => void;
  #open = new Map<Literal, Counted>();
  bound = 0;

  /** @param tell learns of every conflict among the wishes: at least one of these literals holds */
  constructor(solver: Cadical, clauses: Clauses, tell: (clause: Literal[]) => void = () => undefined) {
    this.#solver = solver;
    this.#clauses = clauses;
    this.#tell = tell;
  }

  /** What was reached stays; from here on these wishes are pursued. */
  pursue(wishes: readonly Wish[]): void {
    for (const literal of this.#open.keys()) this.#clauses.add(literal);
    this.#open = new Map();
    this.bound = 0;
    for (const { literal, weight } of wishes) this.#add(literal, { weight, sums: [], index: 0 });
  }

  /**
   * Works until so many conflicts of the solver were met without a result, or so many of the wishes were found.
   * @returns "optimal": the solver holds a model; "infeasible": none exists even if every wish fails
   */
  step(conflicts: number, cores: number): "open" | "optimal" | "infeasible" {
    for (let found = 0; found < cores; found += 1) {
      const status = this.#solver.solve({ assumptions: [...this.#open.keys()], conflicts });
      if (status === "satisfiable") return "optimal";
      if (status === "unknown") return "open";
      const core = this.#reduce(this.#solver.failedAssumptions());
      this.#tell(core.map((literal) => -literal));
      if (core.length === 0) return "infeasible";
      this.#relax(core);
    }
    return "open";
  }

  /** A smaller conflict within the one found, as far as little work can tell. */
  #reduce(found: Literal[]): Literal[] {
    let core = found;
    for (let before = Infinity; core.length < before && core.length > 1; ) {
      before = core.length;
      if (this.#solver.solve({ assumptions: core, conflicts: minimised.conflicts }) === "unsatisfiable") core = this.#solver.failedAssumptions();
    }
    if (core.length > minimised.mostLiterals) return core;
    for (let index = 0; index < core.length && core.length > 1; ) {
      const rest = core.filter((_, other) => other !== index);
      if (this.#solver.solve({ assumptions: rest, conflicts: minimised.conflicts }) === "unsatisfiable") core = this.#solver.failedAssumptions();
      else index += 1;
    }
    return core;
  }

  #relax(core: readonly Literal[]): void {
    const members = core.map((literal) => ({ literal, counted: this.#open.get(literal) })).filter((member) => member.counted !== undefined);
    const weight = Math.min(...members.map(({ counted }) => counted?.weight ?? 0));
    this.bound += weight;
    for (const { literal, counted } of members) {
      if (!counted) continue;
      this.#open.delete(literal);
      if (counted.weight > weight) this.#open.set(literal, { ...counted, weight: counted.weight - weight });
      const next = counted.sums[counted.index];
      if (next !== undefined) this.#add(-next, { weight, sums: counted.sums, index: counted.index + 1 });
    }
    const sums = addCount(this.#clauses, core.map((literal) => -literal), core.length, true);
    this.#clauses.add(...sums.slice(0, 1));
    if (sums[1] !== undefined) this.#add(-sums[1], { weight, sums, index: 2 });
  }

  #add(literal: Literal, counted: Counted): void {
    const known = this.#open.get(literal);
    // Two wishes may come to mean the same.
    this.#open.set(literal, known ? { ...known, weight: known.weight + counted.weight } : counted);
  }
}
