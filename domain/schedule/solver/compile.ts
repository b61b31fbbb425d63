import { indexOf, listPresent, sortById } from "./indices";
import type { Problem } from "./problem";

/** A meeting with indices in place of ids. */
export type Conversation = {
  id: string;
  participants: readonly number[];
  weight: number;
  /** Slots that it may have and in which all participants are there, in the order of time. */
  slots: readonly number[];
  pin: number | null;
  /** Rooms, and interpreters, that it may have in a slot. */
  rooms: (slot: number) => readonly number[];
  interpreters: (slot: number) => readonly number[];
  /** Languages that its interpreter has to speak; empty: it needs none. */
  interpretation: readonly string[];
};

/** The problem as the search reads it: people and meetings sorted by id, so that their order in the input changes nothing. */
export type Compiled = {
  slots: readonly string[];
  participants: readonly string[];
  rooms: readonly string[];
  interpreters: readonly string[];
  /** How many rooms, and interpreters, are there in each slot. */
  roomCounts: readonly number[];
  interpreterCounts: readonly number[];
  /** For each participant the slots in which it is there. */
  present: readonly ReadonlySet<number>[];
  meetings: readonly Conversation[];
  seed: number;
};

/** One list per slot, kept to the wanted ones where not all will do. */
function narrow(lists: readonly number[][], isWanted: ((index: number) => boolean) | null): (slot: number) => readonly number[] {
  const narrowed = isWanted ? lists.map((list) => list.filter(isWanted)) : lists;
  return (slot) => narrowed[slot] ?? [];
}

/** @throws RangeError where the problem names an id that it does not hold, or one twice */
export function compile(problem: Problem): Compiled {
  const [participants, interpreters, { rooms }] = [sortById(problem.participants), sortById(problem.interpreters), problem];
  const slotIndex = indexOf("slots", problem.slots);
  const personIndex = indexOf("participants", participants);
  const roomIndex = indexOf("rooms", rooms);
  const meetings = sortById(problem.meetings);
  indexOf("meetings", meetings);
  const slotCount = problem.slots.length;
  const roomLists = listPresent(slotCount, rooms, slotIndex);
  const interpreterLists = listPresent(slotCount, interpreters, slotIndex);
  const absent = participants.map((participant) => new Set(participant.unavailable.map(slotIndex)));
  const present = absent.map((slots) => new Set(problem.slots.flatMap((_, slot) => (slots.has(slot) ? [] : [slot]))));
  return {
    slots: problem.slots.map((slot) => slot.id),
    participants: participants.map((participant) => participant.id),
    rooms: rooms.map((room) => room.id),
    interpreters: interpreters.map((interpreter) => interpreter.id),
    roomCounts: roomLists.map((list) => list.length),
    interpreterCounts: interpreterLists.map((list) => list.length),
    present,
    seed: problem.seed,
    meetings: meetings.map((meeting) => {
      const people = [...new Set(meeting.participants.map(personIndex))];
      const allowed = meeting.slots === null ? null : new Set(meeting.slots.map(slotIndex));
      const pinnedRoom = meeting.pinned?.room ?? null;
      const wanted = pinnedRoom === null ? meeting.rooms : [pinnedRoom].filter((room) => meeting.rooms?.includes(room) ?? true);
      const wantedRooms = wanted === null ? null : new Set(wanted.map(roomIndex));
      const speaks = (index: number) => meeting.interpretation.every((language) => interpreters[index]?.languages.includes(language));
      return {
        id: meeting.id,
        participants: people,
        weight: meeting.weight,
        slots: problem.slots.flatMap((_, slot) => {
          const isPossible = (allowed?.has(slot) ?? true) && people.every((person) => present[person]?.has(slot));
          return isPossible ? [slot] : [];
        }),
        pin: meeting.pinned === null ? null : slotIndex(meeting.pinned.slot),
        rooms: narrow(roomLists, wantedRooms && ((room) => wantedRooms.has(room))),
        interpreters: narrow(interpreterLists, speaks),
        interpretation: meeting.interpretation,
      };
    }),
  };
}
