import type { Concept } from "./concept";

/** Concepts near another one, by index, with how much meeting them is worth: 1 is the concept itself. */
export type Relations = readonly ReadonlyMap<number, number>[];

const nearness = { broader: 0.55, narrower: 0.6, related: 0.5, sibling: 0.3, beyond: 0.3 } as const;

/** The index of each concept, by its id. Throws where two have the same. */
export function indexConcepts(concepts: readonly Concept[]): ReadonlyMap<string, number> {
  const byId = new Map<string, number>();
  concepts.forEach(({ id }, index) => {
    if (byId.has(id)) throw new Error(`The lexicon holds two concepts ${id}.`);
    byId.set(id, index);
  });
  return byId;
}

/** How near the concepts are to one another: broader, narrower, related, siblings, and two steps up or down. */
export function relate(concepts: readonly Concept[], byId: ReadonlyMap<string, number>): Relations {
  const find = (id: string, from: string): number => {
    const index = byId.get(id);
    if (index === undefined) throw new Error(`The concept ${from} of the lexicon names ${id}, which is not there.`);
    return index;
  };
  const broader = concepts.map(({ id, up }) => up.map((other) => find(other, id)));
  const narrower = concepts.map((): number[] => []);
  broader.forEach((list, index) => list.forEach((other) => narrower[other]?.push(index)));
  const related = concepts.map(({ id, see }) => see.map((other) => find(other, id)));
  const near = concepts.map((_, index) => new Map([[index, 1]]));
  const join = (from: number, to: number, worth: number) => {
    const known = near[from];
    if (known && (known.get(to) ?? 0) < worth) known.set(to, worth);
  };
  concepts.forEach((_, index) => {
    for (const other of related[index] ?? []) {
      join(index, other, nearness.related);
      join(other, index, nearness.related);
    }
    for (const parent of broader[index] ?? []) {
      join(index, parent, nearness.broader);
      join(parent, index, nearness.narrower);
      for (const sibling of narrower[parent] ?? []) join(index, sibling, nearness.sibling);
      for (const grand of broader[parent] ?? []) {
        join(index, grand, nearness.beyond);
        join(grand, index, nearness.beyond);
      }
    }
  });
  return near;
}
