import type { Model, ModelPerson } from "./model";

/**
 * Breaks that each participant has whatever the others do, added up: a bound for all. Every meeting takes one of the
 * slots in which some meeting of the participant may be, pinned ones take theirs; the fewest breaks of such a day are
 * found by dynamic programming over its slots, in O(slots² × meetings) for each participant.
 */
export function boundByDegree(model: Model): number {
  return model.people.reduce((sum, person) => sum + fewestBreaks(model, person), 0);
}

/** @returns 0 where the participant's meetings do not fit its slots: somebody else has to say so */
function fewestBreaks({ meetings, slotCount }: Model, person: ModelPerson): number {
  const own = person.meetings.map((meeting) => meetings[meeting]?.slots ?? []);
  const open = new Set(own.flat());
  const fixed = new Set(own.flatMap((slots) => (slots.length === 1 ? slots : [])));
  // fewest[count][last]: the fewest breaks with so many meetings, the last of them in that slot.
  let fewest = new Map<number, number>();
  const slots = Array.from({ length: slotCount }, (_, slot) => slot).filter((slot) => open.has(slot));
  const leavesOut = (from: number, to: number) => slots.some((slot) => slot > from && slot < to && fixed.has(slot));
  for (const slot of slots) if (!leavesOut(-1, slot)) fewest.set(slot, 0);
  for (let count = 1; count < own.length; count += 1) {
    const longer = new Map<number, number>();
    for (const [last, breaks] of fewest) {
      const next = person.next[last] ?? slotCount;
      for (const slot of slots) {
        if (slot < next || leavesOut(last, slot)) continue;
        const more = breaks + Number(slot > next);
        if (more < (longer.get(slot) ?? Infinity)) longer.set(slot, more);
      }
    }
    fewest = longer;
  }
  const complete = [...fewest].filter(([last]) => !leavesOut(last, slotCount)).map(([, breaks]) => breaks);
  return own.length === 0 || complete.length === 0 ? 0 : Math.min(...complete);
}
