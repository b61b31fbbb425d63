import type { Before } from "./answer";
import type { Model, ModelPerson } from "./model";
import type { Aim, Slots } from "./prover";

/** What a timetable comes to, aim by aim; the smaller the better. */
export type Measures = Record<Exclude<Aim, "exists">, number> & { unfair: number };

/** A schedule as slots of the model's meetings; what the model does not hold is left out. */
export function toSlots({ meetings, problem }: Model, schedule: Before): Slots {
  const slotIndex = new Map(problem.slots.map(({ id }, index) => [id, index]));
  const slotOf = new Map(schedule.map(({ meeting, slot }) => [meeting, slotIndex.get(slot) ?? -1]));
  return Int32Array.from(meetings, ({ id }) => slotOf.get(id) ?? -1);
}

/** @param before slots before a change; without them nothing counts as moved */
export function measure(model: Model, slots: Slots, before: Slots | null): Measures {
  const { people, meetings, problem } = model;
  const slotOf = (meeting: number) => slots[meeting] ?? -1;
  const breaks = people.map((person) => countBreaks(person, person.meetings.map(slotOf).filter((slot) => slot >= 0)));
  const [fewest, most] = breaks.reduce(([least, greatest], count) => [Math.min(least, count), Math.max(greatest, count)], [Infinity, 0]);
  const difference = people.length === 0 ? 0 : most - fewest;
  const slotBefore = (meeting: number) => before?.[meeting] ?? -1;
  const isChanged = (meeting: number) => before !== null && slotBefore(meeting) !== slotOf(meeting);
  return {
    weight: meetings.reduce((sum, { weight }, meeting) => (slotOf(meeting) < 0 ? sum + weight : sum), 0),
    moved: meetings.filter((_, meeting) => isChanged(meeting) && slotBefore(meeting) >= 0 && slotOf(meeting) >= 0).length,
    told: people.filter((person) => person.meetings.some(isChanged)).length,
    breaks: breaks.reduce((sum, count) => sum + count, 0),
    difference,
    unfair: Math.max(0, difference - (problem.fairness ?? Infinity)),
  };
}

function countBreaks({ next }: ModelPerson, busy: number[]): number {
  const day = busy.toSorted((a, b) => a - b);
  return day.filter((slot, index) => index > 0 && slot > (next[day[index - 1] ?? 0] ?? Infinity)).length;
}

/** The fewest breaks being given, how far the numbers of two people's breaks lie apart at least. */
export function boundDifference(model: Model, breaks: number): number {
  return model.people.length === 0 || breaks % model.people.length === 0 ? 0 : 1;
}
