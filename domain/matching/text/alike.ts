function pairsOf(word: string): Set<string> {
  const pairs = new Set<string>();
  for (let index = 0; index + 2 <= word.length; index += 1) pairs.add(word.slice(index, index + 2));
  return pairs;
}

/** How alike two words look, 0 to 1 (Dice's coefficient of letter pairs); 0 for short ones. */
export function alike(a: string, b: string): number {
  if (a === b) return 1;
  if (Math.min(a.length, b.length) < 5 || a[0] !== b[0]) return 0;
  const [left, right] = [pairsOf(a), pairsOf(b)];
  let shared = 0;
  for (const pair of left) if (right.has(pair)) shared += 1;
  return (2 * shared) / (left.size + right.size);
}
