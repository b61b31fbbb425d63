/** Whoever makes variables and clauses. Literals are numbers of variables from 1, negative for "not". */
export type Clauses = { newVariable(): number; add(...clause: number[]): void };

// Inside, variable v has the literals 2v (it holds) and 2v + 1 (it does not).
const codeOf = (literal: number) => (literal > 0 ? 2 * literal : -2 * literal + 1);

function grown<T extends Int32Array | Int8Array>(old: T, create: (length: number) => T, wanted: number): T {
  if (wanted <= old.length) return old;
  const larger = create(Math.max(wanted, 2 * old.length));
  larger.set(old);
  return larger;
}

const numbers = (length: number) => new Int32Array(length);

/**
 * Clauses, and what follows from them by unit propagation. Two literals of each clause are watched, the first two in
 * `#literals`: only when one of them becomes false does the clause have to be looked at.
 */
export class Propagation implements Clauses {
  #variables = 0;
  /** For each literal 1: holds, -1: does not, 0: open. */
  #values = new Int8Array(1024);
  /** What holds, in the order in which it was found; up to `#done` its consequences were drawn. */
  #trail = numbers(1024);
  #trailLength = 0;
  #done = 0;
  /** Clause c is `#literals` from `#starts[c]` to before `#starts[c + 1]`. */
  #literals = numbers(1 << 16);
  #starts = numbers(1 << 14);
  #clauses = 0;
  /** For each literal the first of the watches on it, 2c or 2c + 1, and for each watch the next one; 0: none. */
  #first = numbers(1024);
  #next = numbers(1 << 15);
  #isContradictory = false;

  constructor() {
    // Number 0 is no clause, so that 0 can mean "no watch".
    this.#clauses = 1;
  }

  /** No assignment satisfies the clauses, which unit propagation alone has shown. */
  get isContradictory(): boolean {
    return this.#isContradictory;
  }

  get variableCount(): number {
    return this.#variables;
  }

  newVariable(): number {
    this.#variables += 1;
    const codes = 2 * this.#variables + 2;
    this.#values = grown(this.#values, (length) => new Int8Array(length), codes);
    this.#first = grown(this.#first, numbers, codes);
    this.#trail = grown(this.#trail, numbers, this.#variables + 1);
    return this.#variables;
  }

  /** From now on one of these holds. Of variables that exist. */
  add(...clause: number[]): void {
    if (this.#isContradictory) return;
    const codes = [...new Set(clause.map(codeOf))];
    // What was found between two checks holds for ever.
    if (codes.some((code) => this.#values[code] === 1)) return;
    const open = codes.filter((code) => this.#values[code] === 0);
    const [first] = open;
    if (first === undefined) this.#isContradictory = true;
    else if (open.length > 1) this.#store(open);
    else {
      this.#assign(first);
      this.#isContradictory = this.#propagate();
    }
  }

  /** With every literal of the clause made false, unit propagation meets a contradiction. Changes nothing. */
  follows(clause: readonly number[]): boolean {
    if (this.#isContradictory) return true;
    const mark = this.#trailLength;
    let isContradiction = false;
    for (const code of clause.map(codeOf)) {
      const value = this.#values[code];
      if (value === 1) isContradiction = true;
      else if (value === 0) this.#assign(code ^ 1);
    }
    isContradiction ||= this.#propagate();
    this.#undo(mark);
    return isContradiction;
  }

  #store(codes: readonly number[]): void {
    const clause = this.#clauses;
    const start = this.#starts[clause] ?? 0;
    const end = start + codes.length;
    this.#literals = grown(this.#literals, numbers, end);
    this.#starts = grown(this.#starts, numbers, clause + 2);
    this.#next = grown(this.#next, numbers, 2 * clause + 2);
    this.#literals.set(codes, start);
    this.#starts[clause + 1] = end;
    this.#clauses += 1;
    this.#watch(2 * clause, codes[0] ?? 0);
    this.#watch(2 * clause + 1, codes[1] ?? 0);
  }

  #watch(watch: number, code: number): void {
    this.#next[watch] = this.#first[code] ?? 0;
    this.#first[code] = watch;
  }

  #assign(code: number): void {
    this.#values[code] = 1;
    this.#values[code ^ 1] = -1;
    this.#trail[this.#trailLength] = code;
    this.#trailLength += 1;
  }

  #undo(mark: number): void {
    for (let index = mark; index < this.#trailLength; index += 1) {
      const code = this.#trail[index] ?? 0;
      this.#values[code] = 0;
      this.#values[code ^ 1] = 0;
    }
    this.#trailLength = mark;
    this.#done = mark;
  }

  /** @returns true: a clause has only false literals */
  #propagate(): boolean {
    while (this.#done < this.#trailLength) {
      const code = (this.#trail[this.#done] ?? 0) ^ 1;
      this.#done += 1;
      if (this.#visitWatches(code)) return true;
    }
    return false;
  }

  /** The literal has become false: each clause that watches it watches another, or has one left, or none. */
  #visitWatches(code: number): boolean {
    const [values, literals, starts, next] = [this.#values, this.#literals, this.#starts, this.#next];
    let before = 0;
    for (let watch = this.#first[code] ?? 0, following = 0; watch !== 0; watch = following) {
      following = next[watch] ?? 0;
      const start = starts[watch >> 1] ?? 0;
      const other = literals[start + (1 - (watch & 1))] ?? 0;
      const replacement = values[other] === 1 ? 0 : this.#findOpen(start + 2, starts[(watch >> 1) + 1] ?? 0);
      if (replacement !== 0) {
        const found = literals[replacement] ?? 0;
        literals[replacement] = code;
        literals[start + (watch & 1)] = found;
        if (before === 0) this.#first[code] = following;
        else next[before] = following;
        this.#watch(watch, found);
        continue;
      }
      before = watch;
      if (values[other] === -1) return true;
      if (values[other] === 0) this.#assign(other);
    }
    return false;
  }

  /** The place of a literal that is not false; 0: none (it is never the first of a clause). */
  #findOpen(from: number, end: number): number {
    for (let index = from; index < end; index += 1) if (this.#values[this.#literals[index] ?? 0] !== -1) return index;
    return 0;
  }
}
