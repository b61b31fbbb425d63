/**
 * What the solver answers, as plain data. Every placement keeps every rule of the problem, and every meeting of the
 * problem stands in exactly one of the two lists, both in the order of the meetings' ids.
 */
export type Schedule = {
  placements: Placement[];
  unplaced: Unplaced[];
};

export type Placement = { meeting: string; slot: string; room: string; interpreter: string | null };

/** Why a meeting has no place, with what a moderator needs to see it. */
export type Unplaced = { meeting: string } & Reason;

export type Reason =
  /** Where it is pinned it cannot be: somebody, or the room, is not free there. */
  | { reason: "pin_impossible"; slot: string }
  /** There is no slot that it may have and in which all its participants are there. */
  | { reason: "no_common_slot" }
  /** This participant has more meetings than slots; it is the one with the most too many. */
  | { reason: "too_many_meetings"; participant: string; meetings: number; slots: number }
  /** In each of the slots that it may have, somebody is in another meeting. */
  | { reason: "common_slots_taken"; slots: number }
  /** In the slots in which all would be free no interpreter of these languages is. */
  | { reason: "no_interpreter"; languages: string[]; slots: number }
  /** In the slots in which all would be free no room is. */
  | { reason: "rooms_full"; slots: number; rooms: number };
