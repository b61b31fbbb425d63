import type { Clauses } from "./propagation";

/**
 * New literals of which number k (from 0) holds if more than k of these do, up to `most` of them; with `both` only if.
 * Of fewer than two the result is the list itself.
 */
export function count(clauses: Clauses, literals: readonly number[], most: number, direction: "both" | "up"): readonly number[] {
  if (literals.length < 2) return literals;
  const half = Math.floor(literals.length / 2);
  const left = count(clauses, literals.slice(0, half), most, direction);
  const right = count(clauses, literals.slice(half), most, direction);
  const sums = Array.from({ length: Math.min(left.length + right.length, most) }, () => clauses.newVariable());
  for (let i = 0; i <= left.length; i += 1) {
    for (let j = 0; j <= right.length; j += 1) {
      const [least, next] = [sums[Math.min(i + j, sums.length) - 1], sums[i + j]];
      if (least !== undefined) clauses.add(...opposites(left[i - 1], right[j - 1]), least);
      if (direction === "both" && next !== undefined) clauses.add(...existing(left[i], right[j]), -next);
    }
  }
  return sums;
}

const existing = (...literals: (number | undefined)[]) => literals.filter((literal) => literal !== undefined);
const opposites = (...literals: (number | undefined)[]) => existing(...literals).map((literal) => -literal);

/** A literal that holds if and only if one of two does; 0 is none. */
export function either(clauses: Clauses, one: number, other: number): number {
  if (one === 0 || other === 0) return one || other;
  const result = clauses.newVariable();
  clauses.add(-one, result);
  clauses.add(-other, result);
  clauses.add(one, other, -result);
  return result;
}
