import type { Before } from "./answer";
import { toSlots } from "./measure";
import type { Model } from "./model";
import type { Problem } from "./problem";

/**
 * A large problem made small for a repair: what has to change, all meetings of its people, and all meetings of their
 * partners may move; every other meeting stays in its slot. What is best here need not be best in the whole problem.
 */
export function narrow(model: Model, before: Before): Problem {
  const { problem, meetings, people, limits } = model;
  const slotBefore = toSlots(model, before);
  const overfull = limits.filter((limit) => limit.meetings.filter((meeting) => slotBefore[meeting] === limit.slot).length > limit.most);
  const crowded = new Set(overfull.flatMap((limit) => limit.meetings.filter((meeting) => slotBefore[meeting] === limit.slot)));
  const changing = [...meetings.keys()].filter((meeting) => crowded.has(meeting) || !meetings[meeting]?.slots.includes(slotBefore[meeting] ?? -1));
  const neighbours = (from: Iterable<number>) => new Set([...from].flatMap((meeting) => meetings[meeting]?.people ?? []).flatMap((person) => people[person]?.meetings ?? []));
  const free = new Set([...changing, ...neighbours(neighbours(changing))]);
  return {
    ...problem,
    meetings: problem.meetings.map((meeting, index) => (free.has(index) ? meeting : { ...meeting, slots: [problem.slots[slotBefore[index] ?? -1]?.id ?? ""] })),
  };
}
