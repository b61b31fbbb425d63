import type { Problem } from "../problem";
import type { Placement } from "../schedule";

export type PublishedSolution = { slot: (number | null)[]; location: (number | null)[] };

/** The form of the published checker: for each meeting its slot and its location, counted from 1; null: not placed. */
export function writePublished(problem: Problem, placements: readonly Placement[]): PublishedSolution {
  const number = (items: readonly { id: string }[]) => new Map(items.map(({ id }, index) => [id, index + 1]));
  const [slots, rooms] = [number(problem.slots), number(problem.rooms)];
  const placed = new Map(placements.map((placement) => [placement.meeting, placement]));
  const found = problem.meetings.map(({ id }) => placed.get(id));
  return {
    slot: found.map((placement) => (placement && slots.get(placement.slot)) ?? null),
    location: found.map((placement) => (placement && rooms.get(placement.room)) ?? null),
  };
}
