import type { Problem, Slot } from "./problem";
import type { Placement } from "./schedule";
import { createFacts, type Seat } from "./seats";

/** How good a schedule is, counted from the schedule alone. */
export type Gauge = {
  placed: number;
  /** Of the meetings that are placed. */
  weight: number;
  breaks: number;
  /** Free slots in all breaks together. */
  idleSlots: number;
  minBreaks: number;
  maxBreaks: number;
  /** Between the most and the fewest breaks of a participant, those without a meeting included. */
  difference: number;
  participantsWithBreaks: number;
  /** How often a participant has to go from one room to another between two meetings. */
  roomChanges: number;
  /** Meetings in the fullest slot. */
  peakLoad: number;
};

/**
 * Whether free slots between two meetings that follow one another are a break: they are, unless no shorter pause would
 * have been as long as the rest that the participant asked for.
 */
function isBreak(slots: readonly Slot[], restMinutes: number, from: Seat, to: Seat): boolean {
  return slots.slice(from.at + 1, to.at).some(({ startsAt }) => startsAt - from.endsAt >= restMinutes);
}

/** Counts what a schedule is judged by, with no code of the solver's. */
export function gauge(problem: Problem, placements: readonly Placement[]): Gauge {
  const { meetings, seats, days } = createFacts(problem, placements);
  const people = problem.participants.map(({ id, restMinutes }) => {
    const day = days.get(id) ?? [];
    const steps = day.slice(1).flatMap((to, index) => {
      const from = day[index];
      return from ? [{ from, to }] : [];
    });
    const breaks = steps.filter(({ from, to }) => isBreak(problem.slots, restMinutes, from, to));
    return {
      breaks: breaks.length,
      idle: breaks.reduce((sum, { from, to }) => sum + to.at - from.at - 1, 0),
      changes: steps.filter(({ from, to }) => from.placement.room !== to.placement.room).length,
    };
  });
  const total = (values: number[]) => values.reduce((sum, value) => sum + value, 0);
  const counts = people.map(({ breaks }) => breaks);
  const [minBreaks, maxBreaks] = [counts.reduce((a, b) => Math.min(a, b), Infinity), counts.reduce((a, b) => Math.max(a, b), 0)];
  const fewest = Number.isFinite(minBreaks) ? minBreaks : 0;
  return {
    placed: seats.length,
    weight: total(seats.map(({ placement }) => meetings.get(placement.meeting)?.weight ?? 0)),
    breaks: total(counts),
    idleSlots: total(people.map(({ idle }) => idle)),
    minBreaks: fewest,
    maxBreaks,
    difference: maxBreaks - fewest,
    participantsWithBreaks: counts.filter((count) => count > 0).length,
    roomChanges: total(people.map(({ changes }) => changes)),
    peakLoad: [...Map.groupBy(seats, ({ at }) => at).values()].reduce((most, all) => Math.max(most, all.length), 0),
  };
}
