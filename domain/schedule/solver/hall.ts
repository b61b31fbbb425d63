/**
 * Looks for members that want fewer places than they are (Hall's theorem, by augmenting paths; König 1931).
 * @param wishes places that a member would take
 * @param capacity how many members a place holds
 * @returns a smallest such set: without any one of them the others find places. Null: all find one
 */
export function findCrowd(members: readonly number[], wishes: (member: number) => readonly number[], capacity: (place: number) => number): number[] | null {
  const inside = new Map<number, number[]>();
  const seen = new Set<number>();
  const asked = new Set<number>();
  const settle = (member: number): boolean => {
    asked.add(member);
    for (const place of wishes(member)) {
      if (seen.has(place)) continue;
      seen.add(place);
      const holders = inside.get(place) ?? [];
      inside.set(place, holders);
      const index = holders.length < capacity(place) ? holders.length : holders.findIndex((holder) => settle(holder));
      if (index < 0) continue;
      holders[index] = member;
      return true;
    }
    return false;
  };
  for (const member of members) {
    seen.clear();
    asked.clear();
    // Everybody who was asked in vain shares too few places with this one.
    if (!settle(member)) return [...asked].toSorted((a, b) => a - b);
  }
  return null;
}
