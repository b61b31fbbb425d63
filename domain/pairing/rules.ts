import type { PairingAnswer } from "./schema";

/** How many organisations have no meeting, one, two, and so on. */
export function distribute(counts: readonly number[]): number[] {
  const most = Math.max(0, ...counts);
  const result = Array.from({ length: most + 1 }, () => 0);
  for (const count of counts) result[count] = (result[count] ?? 0) + 1;
  return result;
}

/** Both goals are reached as well as they can be, for certain. */
export function isProved({ missing, worth }: Pick<PairingAnswer, "missing" | "worth">): boolean {
  return missing.value === missing.bound && worth.value === worth.bound;
}

/** Two organisations by id, whichever is named first. */
export function pairKey(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}
