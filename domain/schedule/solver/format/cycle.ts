/**
 * A circle in a graph: each of its points has an edge to the next one, and the last one to the first.
 * @param edges for each point those that it has an edge to
 * @returns null where there is none
 */
export function findCycle(edges: readonly (readonly number[])[]): number[] | null {
  // Taken away again and again is whatever leads nowhere; what stays lies on a circle, or leads to one.
  const waiting = edges.map((targets) => new Set(targets).size);
  const sources = edges.map((): number[] => []);
  for (const [from, targets] of edges.entries()) for (const to of new Set(targets)) sources[to]?.push(from);
  const ends = waiting.flatMap((targets, point) => (targets === 0 ? [point] : []));
  for (const end of ends) {
    for (const source of sources[end] ?? []) {
      const left = (waiting[source] ?? 0) - 1;
      waiting[source] = left;
      if (left === 0) ends.push(source);
    }
  }
  const isLeft = (point: number) => (waiting[point] ?? 0) > 0;
  const way: number[] = [];
  let next = waiting.findIndex((left) => left > 0);
  while (next >= 0) {
    const before = way.indexOf(next);
    if (before >= 0) return way.slice(before);
    way.push(next);
    next = edges[next]?.find(isLeft) ?? -1;
  }
  return null;
}
