import type { Entry } from "../schema";

/** What two schedules are compared by. */
export type Figures = {
  placed: number;
  /** Of all persons: free stretches between two of their meetings. */
  breaks: number;
  /** Between the most and the fewest breaks that a person with a meeting has. */
  difference: number;
  /** How often a person goes from one room to another between two meetings. */
  roomChanges: number;
};

/**
 * The figures of a list of entries.
 * @param slots in the order of time
 * @param peopleOf the persons of a meeting, by any id
 */
export function measure(slots: readonly { id: string }[], peopleOf: (meetingId: string) => readonly string[], entries: readonly Entry[]): Figures {
  const position = new Map(slots.map(({ id }, index) => [id, index]));
  const stops = entries.flatMap(({ meetingId, slotId, roomId }) => {
    const at = position.get(slotId) ?? -1;
    return [...new Set(peopleOf(meetingId))].map((person) => ({ person, at, roomId }));
  });
  const days = [...Map.groupBy(stops, ({ person }) => person).values()].map((day) => day.toSorted((a, b) => a.at - b.at));
  const steps = (day: (typeof days)[number]) => day.slice(1).map((stop, index) => ({ from: day[index] ?? stop, to: stop }));
  const breaks = days.map((day) => steps(day).filter(({ from, to }) => to.at - from.at > 1).length);
  return {
    placed: entries.length,
    breaks: breaks.reduce((sum, own) => sum + own, 0),
    difference: breaks.length === 0 ? 0 : Math.max(...breaks) - Math.min(...breaks),
    roomChanges: days.flatMap(steps).filter(({ from, to }) => from.roomId !== to.roomId).length,
  };
}
