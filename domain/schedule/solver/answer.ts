import type { Placement } from "./schedule";

/**
 * What is made as good as it can be, in the order of importance; a level is never paid for by one before it.
 * - `weight`: of the meetings that stay without a place (fewer is better)
 * - `breaks`: of all participants. A break is a maximal run of free slots strictly between two meetings of one
 *   participant; a pause that the participant asked for is none, as long as it could not be shorter
 * - `difference`: between the most and the fewest breaks that a participant has
 * - `roomChanges`: how often a participant has to go from one room to another between two meetings
 * And for a repair, before the breaks:
 * - `moved`: meetings that have another slot than before
 * - `told`: participants for whom a meeting moves, goes or is new
 */
export const levelNames = ["weight", "moved", "told", "breaks", "difference", "roomChanges"] as const;
export type LevelName = (typeof levelNames)[number];

/**
 * What proves a bound:
 * - `none`: nothing can be below 0
 * - `degree`: somebody has to have breaks, whatever the others do
 * - `search`: a complete search found nothing better (the certificate holds its steps)
 * - `given_times`: holds for the slots as they were chosen, not for others
 */
export type Argument = "none" | "degree" | "search" | "given_times";

/** How good the schedule is on one level: smaller is better, and nothing is better than `bound`. */
export type Level = { name: LevelName; value: number; bound: number; argument: Argument };

/** One thing of the problem that takes part in a conflict. */
export type ConflictPart =
  /** The meeting takes place, where it may. */
  | { kind: "meeting"; meeting: string }
  /** The participant is in one meeting at a time and away in some slots. */
  | { kind: "participant"; participant: string; meetings: number; slots: number }
  /** The rooms of this slot (those that the meetings may have). */
  | { kind: "rooms"; slot: string; rooms: string[] }
  | { kind: "interpreters"; slot: string; interpreters: string[] }
  /** The second one has to be later than the first one. */
  | { kind: "order"; earlier: string; later: string }
  | { kind: "fairness"; difference: number };

/** A smallest set that cannot be satisfied together: without any one of its parts the others could. */
export type Conflict = { parts: ConflictPart[] };

/** The best schedule so far. */
export type Progress = {
  seconds: number;
  /** Which level is being worked on. */
  level: LevelName;
  placed: number;
  breaks: number;
  /** Lower bound of the level. */
  bound: number;
};

export type Answer = {
  /**
   * - `optimal`: every level from the first to the breaks has reached its bound
   * - `feasible`: a schedule that keeps all rules, perhaps not the best
   * - `infeasible`: not all meetings can be placed; `schedule` leaves out the fewest, `conflict` says why
   * - `unknown`: time ran out before any schedule was found
   */
  status: "optimal" | "feasible" | "infeasible" | "unknown";
  placements: Placement[];
  /** Meetings without a place, in the order of their ids. */
  unplaced: string[];
  breaks: number;
  levels: Level[];
  conflict: Conflict | null;
  seconds: number;
  seed: number;
  /** The time was over, or somebody cancelled, before all was proved. */
  isCut: boolean;
};

/** How long to work, and whom to tell. The solver looks at no clock but through this. */
export type Effort = {
  seconds: number;
  /** Asked often; true ends the work at once, with the best so far. */
  isCancelled: () => boolean;
  onProgress: (progress: Progress) => void;
  /** Seconds since any moment. */
  now: () => number;
  /** Where not all can be placed: end as soon as the reason and the fewest meetings to leave out are known. */
  isReasonEnough?: boolean;
};

/** A schedule to which as little as possible should change. */
export type Before = readonly Placement[];
