type Named = { id: string };

/** By id, compared by code units: the order must not depend on the machine's language. */
export function sortById<T extends Named>(items: readonly T[]): T[] {
  return items.toSorted((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id)));
}

/** The index of each id. Throws RangeError where two are the same; so does a lookup of an unknown id. */
export function indexOf(kind: string, items: readonly Named[]): (id: string) => number {
  const indices = new Map(items.map((item, index) => [item.id, index]));
  if (indices.size !== items.length) throw new RangeError(`two of ${kind} have the same id`);
  return (id) => {
    const index = indices.get(id);
    if (index === undefined) throw new RangeError(`${kind} have no ${id}`);
    return index;
  };
}

/** For each slot those of the resources that are there. */
export function listPresent(slotCount: number, resources: readonly { unavailable: readonly string[] }[], slotIndex: (id: string) => number): number[][] {
  const absent = resources.map((resource) => new Set(resource.unavailable.map(slotIndex)));
  return Array.from({ length: slotCount }, (_, slot) => absent.flatMap((slots, index) => (slots.has(slot) ? [] : [index])));
}
