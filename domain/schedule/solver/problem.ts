/**
 * What the solver is given, as plain data: it can be written to a file as JSON and read back. Everything is named by
 * an id. The order of the lists means nothing, but for `slots`, which stand in the order of time, and `rooms`, of which
 * the first ones are taken first.
 */
export type Problem = {
  slots: readonly Slot[];
  participants: readonly Participant[];
  rooms: readonly Room[];
  interpreters: readonly Interpreter[];
  meetings: readonly Meeting[];
  /** The same problem with the same seed has the same answer. */
  seed: number;
};

/** A span in which meetings take place, in minutes from any origin that the problem keeps. Slots do not overlap. */
export type Slot = { id: string; startsAt: number; endsAt: number };

/** Somebody (or something: an interpreter, a room) that is in one meeting at a time, and not in these slots. */
type Resource = { id: string; unavailable: readonly string[] };

export type Participant = Resource;
export type Room = Resource;

/** A resource of the meetings that need one. */
export type Interpreter = Resource & { languages: readonly string[] };

export type Meeting = {
  id: string;
  /** Two or more. */
  participants: readonly string[];
  /** How much it is worth to place it; more than 0. */
  weight: number;
  /** The slots and rooms that it may have; null: any. */
  slots: readonly string[] | null;
  rooms: readonly string[] | null;
  /** Decided already: there, or nowhere. A room of null: any that is free. */
  pinned: { slot: string; room: string | null } | null;
  /** Languages that its interpreter has to speak; empty: it needs none. */
  interpretation: readonly string[];
};
