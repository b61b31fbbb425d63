import { count } from "./count";
import type { Clauses } from "./propagation";

/** A core names what is no open wish's opposite, or names it twice. */
export type WishFault = "no_open_wish" | "wish_twice";

/** Where the opposite of a wish stands among the results of a count. */
type Rank = { results: readonly number[]; index: number };

/**
 * What a schedule without breaks would keep, rewritten with every core: the number of breaks of any schedule is the
 * bound and the number of open wishes that it fails, and what those hide that are opened later.
 */
export class Wishes {
  readonly #clauses: Clauses;
  /** Open wishes by their opposite, the literal that a core names. */
  readonly #open: Map<number, Rank>;
  bound = 0;

  constructor(clauses: Clauses, breaks: readonly number[]) {
    this.#clauses = clauses;
    this.#open = new Map(breaks.map((variable) => [variable, { results: [variable], index: 0 }]));
  }

  findFault(core: readonly number[]): WishFault | null {
    if (core.some((literal) => !this.#open.has(literal))) return "no_open_wish";
    return new Set(core).size === core.length ? null : "wish_twice";
  }

  /** One of these fails in every schedule. */
  rewrite(core: readonly number[]): void {
    const closed = core.flatMap((literal) => this.#open.get(literal) ?? []);
    for (const literal of core) this.#open.delete(literal);
    for (const { results, index } of closed) this.#openAt(results, index + 1);
    const results = count(this.#clauses, core, core.length, "both");
    for (const first of results.slice(0, 1)) this.#clauses.add(first);
    this.#openAt(results, 1);
    this.bound += 1;
  }

  #openAt(results: readonly number[], index: number): void {
    const literal = results[index];
    // Each result is a variable that no other count has, so no wish is there yet.
    if (literal !== undefined) this.#open.set(literal, { results, index });
  }
}
