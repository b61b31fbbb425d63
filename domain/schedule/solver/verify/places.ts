import type { Meeting, Problem, Slot } from "../problem";

/** What every meeting of a slot may have there, alike for all of them: how many rooms, or interpreters. */
export type Limit = { slot: number; most: number; members: number[] };

export type Places = {
  /** In the order of their ids. */
  meetings: readonly Meeting[];
  /** For each meeting the slots that it may have, ascending. */
  slots: readonly (readonly number[])[];
  rooms: readonly Limit[];
  interpreters: readonly Limit[];
};

/** By code units, which is the same everywhere. */
export function byId(one: { id: string }, other: { id: string }): number {
  return one.id < other.id ? -1 : Number(one.id > other.id);
}

function listRooms({ rooms }: Problem, meeting: Meeting, slot: string): string[] {
  const isAsked = (room: Problem["rooms"][number]) =>
    (meeting.rooms?.includes(room.id) ?? true) &&
    (meeting.roomKinds === null || (room.kind !== null && meeting.roomKinds.includes(room.kind))) &&
    (room.capacity === null || new Set(meeting.participants).size <= room.capacity) &&
    (meeting.pinned?.room ?? room.id) === room.id;
  return rooms.filter((room) => isAsked(room) && !room.unavailable.includes(slot)).map(({ id }) => id);
}

function listInterpreters({ interpreters }: Problem, { interpretation }: Meeting, slot: string): string[] {
  const isThere = interpreters.filter(({ unavailable }) => !unavailable.includes(slot));
  return isThere.filter(({ languages }) => interpretation.every((language) => languages.includes(language))).map(({ id }) => id);
}

/**
 * Where each meeting may be, and how many may be there at a time.
 * @returns null where the rooms, or the interpreters, of one slot differ between the meetings that may be there
 */
export function findPlaces(problem: Problem): Places | null {
  const meetings = problem.meetings.toSorted(byId);
  const absent = new Map(problem.participants.map(({ id, unavailable }) => [id, new Set(unavailable)]));
  const isAllowed = ({ slots, session, pinned, participants }: Meeting, slot: Slot) =>
    (slots?.includes(slot.id) ?? true) && (pinned?.slot ?? slot.id) === slot.id && (session ?? slot.session) === slot.session &&
    participants.every((id) => !absent.get(id)?.has(slot.id));
  const slots = meetings.map((): number[] => []);
  const [rooms, interpreters]: [Limit[], Limit[]] = [[], []];
  for (const [index, slot] of problem.slots.entries()) {
    const here = meetings.flatMap((meeting, member) => {
      if (!isAllowed(meeting, slot)) return [];
      const found = { member, needsInterpreter: meeting.interpretation.length > 0, rooms: listRooms(problem, meeting, slot.id), interpreters: listInterpreters(problem, meeting, slot.id) };
      return found.rooms.length > 0 && (!found.needsInterpreter || found.interpreters.length > 0) ? [found] : [];
    });
    for (const { member } of here) slots[member]?.push(index);
    const spoken = here.filter(({ needsInterpreter }) => needsInterpreter);
    if (!areAlike(here.map((one) => one.rooms)) || !areAlike(spoken.map((one) => one.interpreters))) return null;
    rooms.push({ slot: index, most: here[0]?.rooms.length ?? 0, members: here.map(({ member }) => member) });
    interpreters.push({ slot: index, most: spoken[0]?.interpreters.length ?? 0, members: spoken.map(({ member }) => member) });
  }
  return { meetings, slots, rooms, interpreters };
}

/** Each of the lists is in the order of the problem. */
function areAlike([first, ...others]: readonly string[][]): boolean {
  return first === undefined || others.every((list) => list.length === first.length && list.every((id, index) => id === first[index]));
}
