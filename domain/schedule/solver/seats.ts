import type { Interpreter, Meeting, Participant, Problem, Room, Slot } from "./problem";
import type { Placement } from "./schedule";

/** A placement with its slot: the how many-th it is, and its times in minutes. */
export type Seat = { placement: Placement; at: number; startsAt: number; endsAt: number; participants: string[] };

/** A problem and a schedule of it, for looking up. Written for the checker alone. */
export type Facts = {
  slots: ReadonlyMap<string, Slot>;
  participants: ReadonlyMap<string, Participant>;
  rooms: ReadonlyMap<string, Room>;
  interpreters: ReadonlyMap<string, Interpreter>;
  meetings: ReadonlyMap<string, Meeting>;
  /** Placements of meetings that exist, in slots that exist. */
  seats: readonly Seat[];
  /** The seats of each participant, in the order of time. */
  days: ReadonlyMap<string, readonly Seat[]>;
};

function byId<T extends { id: string }>(items: readonly T[]): Map<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}

export function createFacts(problem: Problem, placements: readonly Placement[]): Facts {
  const meetings = byId(problem.meetings);
  const order = new Map(problem.slots.map((slot, at) => [slot.id, { ...slot, at }]));
  const seats = placements.flatMap((placement): Seat[] => {
    const [meeting, slot] = [meetings.get(placement.meeting), order.get(placement.slot)];
    if (!meeting || !slot) return [];
    return [{ placement, at: slot.at, startsAt: slot.startsAt, endsAt: slot.endsAt, participants: [...new Set(meeting.participants)] }];
  });
  const held = seats.toSorted((a, b) => a.at - b.at).flatMap((seat) => seat.participants.map((participant) => ({ participant, seat })));
  const days = [...Map.groupBy(held, ({ participant }) => participant)].map(([id, all]) => [id, all.map(({ seat }) => seat)] as const);
  return {
    slots: byId(problem.slots), participants: byId(problem.participants), rooms: byId(problem.rooms),
    interpreters: byId(problem.interpreters), meetings, seats, days: new Map(days),
  };
}
