import { z } from "zod";
import type { Problem } from "../problem";
import type { Placement } from "../schedule";
import { attempt, Unusable, type Read } from "./defect";
import { parseJson, validate } from "./json-text";

const numbersSchema = z.array(z.int().min(0).nullable());
const publishedSchema = z.object({ slot: numbersSchema, location: numbersSchema.optional() });
const portalSchema = z.object({
  placements: z.array(z.object({ meeting: z.string(), slot: z.string(), room: z.string(), interpreter: z.string().nullable().default(null) })),
  unplaced: z.array(z.string()).optional(),
});

export type Solution = {
  placements: Placement[];
  unplaced: string[];
  /** Where the solution names no rooms, the first free ones were taken: nothing can be said about them. */
  hasRooms: boolean;
};

/** Rooms "1", "2" and so on for the meetings of each slot. Where there are too many, one of the rooms does not exist. */
function takeRooms(slots: readonly (number | null)[]): (number | null)[] {
  const taken = new Map<number, number>();
  return slots.map((slot) => {
    if (slot === null || slot === 0) return null;
    const room = (taken.get(slot) ?? 0) + 1;
    taken.set(slot, room);
    return room;
  });
}

function fromPublished(problem: Problem, slot: readonly (number | null)[], location: readonly (number | null)[] | undefined): Solution {
  for (const [field, list] of [["slot", slot], ["location", location ?? slot]] as const) {
    if (list.length !== problem.meetings.length) {
      const fault = { reason: "count", found: list.length, wanted: problem.meetings.length, stated: "meetings" } as const;
      throw new Unusable({ line: null, field, ...fault });
    }
  }
  const rooms = location ?? takeRooms(slot);
  const solution: Solution = { placements: [], unplaced: [], hasRooms: location !== undefined };
  for (const [index, { id }] of problem.meetings.entries()) {
    const at = slot[index] ?? 0;
    if (at === 0) solution.unplaced.push(id);
    // A number that means nothing is kept: the checker has to see it.
    else solution.placements.push({ meeting: id, slot: String(at), room: String(rooms[index] ?? 0), interpreter: null });
  }
  return solution;
}

/**
 * Reads a solution of a problem, in the form of the published checker ({"slot", "location"}, or the slots alone) or in
 * the portal's ({"placements", "unplaced"}). Whether it keeps any rule is not looked at.
 */
export function readSolution(text: string, problem: Problem): Read<Solution> {
  return attempt(() => {
    const { value, locate } = parseJson(text);
    if (Array.isArray(value)) return fromPublished(problem, validate(numbersSchema, value, locate), undefined);
    if (typeof value === "object" && value !== null && "slot" in value) {
      const { slot, location } = validate(publishedSchema, value, locate);
      return fromPublished(problem, slot, location);
    }
    if (typeof value !== "object" || value === null || !("placements" in value)) {
      throw new Unusable({ line: null, field: null, reason: "unknown_form" });
    }
    const { placements, unplaced } = validate(portalSchema, value, locate);
    const placed = new Set(placements.map(({ meeting }) => meeting));
    const left = problem.meetings.map(({ id }) => id).filter((id) => !placed.has(id));
    return { placements, unplaced: unplaced ?? left, hasRooms: true };
  });
}
