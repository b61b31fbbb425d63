/** A variable, or with a minus sign its opposite. */
export type Literal = number;

/** Where clauses go: a SAT solver, or a list. */
export type Clauses = {
  /** At least one of the literals holds. */
  add: (...literals: Literal[]) => void;
  fresh: () => Literal;
};

/** Not two of the literals hold. */
export function addAtMostOne({ add }: Clauses, literals: readonly Literal[]): void {
  for (const [index, one] of literals.entries()) for (const other of literals.slice(index + 1)) add(-one, -other);
}

/**
 * Counts literals in unary (Bailleux and Boufkhad 2003, a totalizer): the i-th of the answer, from 0, holds if more
 * than i of them hold; with `both`, only if.
 * @param most counts no further: the last one of the answer says "at least so many"
 */
export function addCount(clauses: Clauses, literals: readonly Literal[], most: number, both: boolean): Literal[] {
  if (literals.length <= 1) return [...literals];
  const half = literals.length >> 1;
  const left = addCount(clauses, literals.slice(0, half), most, both);
  const right = addCount(clauses, literals.slice(half), most, both);
  const sums = Array.from({ length: Math.min(left.length + right.length, most) }, clauses.fresh);
  for (let i = 0; i <= left.length; i += 1) {
    for (let j = 0; j <= right.length; j += 1) {
      const [sum, more] = [sums[Math.min(i + j, sums.length) - 1], sums[i + j]];
      if (sum !== undefined) clauses.add(sum, ...negated(left[i - 1]), ...negated(right[j - 1]));
      if (both && more !== undefined) clauses.add(-more, ...given(left[i]), ...given(right[j]));
    }
  }
  return sums;
}

function negated(literal: Literal | undefined): Literal[] {
  return literal === undefined ? [] : [-literal];
}

function given(literal: Literal | undefined): Literal[] {
  return literal === undefined ? [] : [literal];
}
