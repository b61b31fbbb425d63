/** Members that all want some of the same things: no more of them than things can have one at once. */
export type Group = { members: number[]; things: number[] };

const mostUnions = 500;

/**
 * The conditions under which each of any subset of the members finds a thing of its own (Hall's theorem): for every
 * union of wishes, no more members than things. Unions of wishes that share nothing say nothing new and are left out,
 * and so are those that cannot be broken.
 * @throws RangeError where there are more than 500 unions: wishes that overlap in too many ways
 */
export function listGroups(members: readonly number[], wishOf: (member: number) => readonly number[]): Group[] {
  const byKey = new Map<string, readonly number[]>();
  // Members with the same wish mostly share one list: its name is made once.
  const names = new Map<readonly number[], string>();
  const keys = new Map(members.map((member) => {
    const wish = wishOf(member);
    const key = names.get(wish) ?? wish.join();
    names.set(wish, key);
    byKey.set(key, wish);
    return [member, key];
  }));
  const wishes = [...byKey.values()].map((wish) => new Set(wish));
  const unions = new Map(wishes.map((wish) => [keyOf(wish), wish]));
  // The map grows while it is walked through: each union is joined with each wish that it overlaps.
  for (const union of unions.values()) {
    for (const wish of wishes) {
      if (wish.isSubsetOf(union) || wish.isDisjointFrom(union)) continue;
      const joined = union.union(wish);
      unions.set(keyOf(joined), joined);
    }
    if (unions.size > mostUnions) throw new RangeError("too many different wishes for rooms or interpreters in one slot");
  }
  return [...unions.values()].flatMap((union) => {
    const within = new Set([...byKey].flatMap(([key, wish]) => (wish.every((thing) => union.has(thing)) ? [key] : [])));
    const inside = members.filter((member) => within.has(keys.get(member) ?? ""));
    return inside.length > union.size ? [{ members: inside, things: [...union].toSorted((a, b) => a - b) }] : [];
  });
}

function keyOf(things: ReadonlySet<number>): string {
  return [...things].toSorted((a, b) => a - b).join();
}
