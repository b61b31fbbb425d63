import type { Aim, Slots } from "./prover";
import type { Model } from "./model";
import { Timetable } from "./timetable";

/** What a timetable comes to, aim by aim; the smaller the better. */
export type Measures = Record<Exclude<Aim, "exists">, number> & { unfair: number };

/** @param before slots before a change; without them nothing counts as moved */
export function measure(model: Model, slots: Slots, before: Slots | null): Measures {
  const table = new Timetable(model);
  for (const [meeting, slot] of slots.entries()) if (slot >= 0) table.put(meeting, slot);
  table.recount(model.people.keys());
  const breaks = model.people.map((_, person) => table.breaksOf(person));
  const slotBefore = (meeting: number) => before?.[meeting] ?? -1;
  const isChanged = (meeting: number) => before !== null && slotBefore(meeting) !== slots[meeting];
  const isMoved = (meeting: number) => isChanged(meeting) && slotBefore(meeting) >= 0 && (slots[meeting] ?? -1) >= 0;
  return {
    weight: table.unplaced,
    moved: model.meetings.filter((_, meeting) => isMoved(meeting)).length,
    told: model.people.filter(({ meetings }) => meetings.some(isChanged)).length,
    breaks: table.breaks,
    difference: breaks.length === 0 ? 0 : Math.max(...breaks) - Math.min(...breaks),
    unfair: table.unfair,
  };
}

/** The fewest breaks being given, how far the numbers of two people's breaks lie apart at least. */
export function boundDifference(model: Model, breaks: number): number {
  return model.people.length === 0 || breaks % model.people.length === 0 ? 0 : 1;
}
