import type { Before } from "./answer";
import type { Model } from "./model";
import type { Problem } from "./problem";

/**
 * A large problem made small for a repair: what has to change, all meetings of its people, and all meetings of their
 * partners may move; every other meeting stays in its slot. What is best here need not be best in the whole problem.
 */
export function narrow({ problem, meetings, people, limits }: Model, before: Before): Problem {
  const slotIds = new Map(before.map(({ meeting, slot }) => [meeting, slot]));
  const slotIndex = new Map(problem.slots.map(({ id }, index) => [id, index]));
  const slotBefore = meetings.map(({ id }) => slotIndex.get(slotIds.get(id) ?? "") ?? -1);
  const overfull = limits.filter((limit) => limit.meetings.filter((meeting) => slotBefore[meeting] === limit.slot).length > limit.most);
  const crowded = new Set(overfull.flatMap((limit) => limit.meetings.filter((meeting) => slotBefore[meeting] === limit.slot)));
  const changing = [...meetings.keys()].filter((meeting) => crowded.has(meeting) || !meetings[meeting]?.slots.includes(slotBefore[meeting] ?? -1));
  const neighbours = (from: Iterable<number>) => new Set([...from].flatMap((meeting) => meetings[meeting]?.people ?? []).flatMap((person) => people[person]?.meetings ?? []));
  const free = new Set([...changing, ...neighbours(neighbours(changing))]);
  return {
    ...problem,
    meetings: problem.meetings.map((meeting, index) => (free.has(index) ? meeting : { ...meeting, slots: [slotIds.get(meeting.id) ?? ""] })),
  };
}
