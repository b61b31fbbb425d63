import type { Problem } from "@/domain/schedule/solver/problem";

/** What another solver came to; breaks of null: no schedule. Seconds are those until it was sure, or gave up. */
export type Outcome = { breaks: number | null; isProved: boolean; seconds: number };

/** A published problem in numbers, counted from 0. */
export type Plain = {
  slots: number;
  rooms: number;
  fairness: number | null;
  /** Meetings of each participant. */
  people: number[][];
  meetings: { slots: number[]; after: number[] }[];
};

export function toPlain({ slots, rooms, participants, meetings, fairness }: Problem): Plain {
  const index = (items: readonly { id: string }[]) => new Map(items.map(({ id }, at) => [id, at]));
  const [slotIndex, meetingIndex] = [index(slots), index(meetings)];
  const absent = new Map(participants.map(({ id, unavailable }) => [id, new Set(unavailable)]));
  return {
    slots: slots.length,
    rooms: rooms.length,
    fairness,
    people: participants.map(({ id }) => meetings.flatMap((meeting, at) => (meeting.participants.includes(id) ? [at] : []))),
    meetings: meetings.map((meeting) => ({
      slots: slots.flatMap(({ id, session }) => {
        const isPossible = (meeting.pinned === null || meeting.pinned.slot === id) && (meeting.session === null || meeting.session === session);
        return isPossible && !meeting.participants.some((person) => absent.get(person)?.has(id)) ? [slotIndex.get(id) ?? 0] : [];
      }),
      after: meeting.after.map((earlier) => meetingIndex.get(earlier) ?? 0),
    })),
  };
}
