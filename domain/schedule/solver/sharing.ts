/**
 * Who has which of several things of one kind (the rooms of a slot, its interpreters). Holders are moved to other
 * things that they may have too, so that as many as possible find one: an augmenting path.
 */
export class Sharing {
  readonly #holders = new Map<number, number>();
  readonly #held = new Map<number, number>();
  readonly #wishes: (holder: number) => readonly number[];
  readonly #count: number;

  /**
   * @param wishes the things that a holder may have; a list of one is never taken from it
   * @param count how many things there are
   */
  constructor(wishes: (holder: number) => readonly number[], count: number) {
    this.#wishes = wishes;
    this.#count = count;
  }

  /** Finds a thing for one more holder. False: there is none, and nothing has changed. */
  add(holder: number): boolean {
    // Every way ends at a thing that nobody has.
    if (this.#holders.size >= this.#count) return false;
    return this.#find(holder, new Set());
  }

  remove(holder: number): void {
    const thing = this.#held.get(holder);
    if (thing === undefined) return;
    this.#held.delete(holder);
    this.#holders.delete(thing);
  }

  /** The thing that it has. */
  thingOf(holder: number): number | undefined {
    return this.#held.get(holder);
  }

  /** True where `add` would find a thing; changes at most who has which. */
  hasPlace(holder: number): boolean {
    if (!this.add(holder)) return false;
    this.remove(holder);
    return true;
  }

  #find(holder: number, asked: Set<number>): boolean {
    const wishes = this.#wishes(holder);
    const free = wishes.find((thing) => !this.#holders.has(thing));
    if (free !== undefined) return this.#give(free, holder);
    for (const thing of wishes) {
      const other = this.#holders.get(thing);
      if (other === undefined || asked.has(thing)) continue;
      asked.add(thing);
      if (this.#find(other, asked)) return this.#give(thing, holder);
    }
    return false;
  }

  #give(thing: number, holder: number): true {
    const before = this.#held.get(holder);
    // A holder that moves leaves its old thing to whoever asked for it.
    if (before !== undefined && this.#holders.get(before) === holder) this.#holders.delete(before);
    this.#holders.set(thing, holder);
    this.#held.set(holder, thing);
    return true;
  }
}
