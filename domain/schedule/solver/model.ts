import { listGroups, type Group } from "./groups";
import { indexOf, listPresent, sortById } from "./indices";
import type { Problem } from "./problem";

/** A meeting with indices in place of ids. */
export type ModelMeeting = {
  id: string;
  people: readonly number[];
  weight: number;
  /** Slots in which all may be there and there is a room, and an interpreter, that it may have; ascending. */
  slots: readonly number[];
  /** Meetings that have to be in earlier slots. */
  after: readonly number[];
};

export type ModelPerson = {
  id: string;
  meetings: readonly number[];
  /** The earliest slot that may follow a meeting in each slot. Later ones leave a break. */
  next: readonly number[];
};

/** Of these meetings no more than `most` are in the slot at once: they share rooms, or interpreters. */
export type Limit = { kind: "rooms" | "interpreters"; slot: number; meetings: readonly number[]; most: number; things: readonly number[] };

/** The problem as search and proof read it; meetings and people sorted by id, so that their order changes nothing. */
export type Model = {
  problem: Problem;
  slotCount: number;
  meetings: readonly ModelMeeting[];
  people: readonly ModelPerson[];
  limits: readonly Limit[];
  /** Rooms, and interpreters, that a meeting may have in a slot. */
  rooms: (meeting: number, slot: number) => readonly number[];
  interpreters: (meeting: number, slot: number) => readonly number[];
};

type Indices = { slot: (id: string) => number; person: (id: string) => number; room: (id: string) => number; meeting: (id: string) => number };

/** Lists of a meeting by slot, shared by all meetings with the same wishes. */
function narrowLists(lists: readonly number[][], wishOf: (meeting: number) => { key: string; may: (thing: number) => boolean }) {
  const narrowed = new Map<string, number[][]>();
  return (meeting: number, slot: number): readonly number[] => {
    const { key, may } = wishOf(meeting);
    const own = narrowed.get(key) ?? lists.map((list) => list.filter(may));
    narrowed.set(key, own);
    return own[slot] ?? [];
  };
}

function roomChoice({ rooms }: Problem, meetings: Problem["meetings"], lists: number[][], { room: roomIndex }: Indices) {
  const smallest = Math.min(...rooms.map(({ capacity }) => capacity ?? Infinity));
  const wishes = meetings.map(({ participants, rooms: named, roomKinds, pinned }) => {
    const wanted = named && new Set(named.map(roomIndex));
    const pinnedRoom = pinned?.room ?? null;
    const pin = pinnedRoom === null ? null : roomIndex(pinnedRoom);
    return {
      key: JSON.stringify([named, roomKinds, pin, smallest < participants.length ? participants.length : 0]),
      may: (index: number) => {
        const room = rooms[index];
        const holds = (room?.capacity ?? Infinity) >= participants.length;
        return holds && (wanted?.has(index) ?? true) && (roomKinds?.includes(room?.kind ?? "") ?? true) && (pin === null || pin === index);
      },
    };
  });
  return narrowLists(lists, (meeting) => wishes[meeting] ?? { key: "", may: () => false });
}

function interpreterChoice(interpreters: Problem["interpreters"], meetings: Problem["meetings"], lists: number[][]) {
  const speaks = (meeting: number, index: number) =>
    (meetings[meeting]?.interpretation ?? []).every((language) => interpreters[index]?.languages.includes(language));
  const wishes = meetings.map(({ interpretation }, meeting) => ({ key: interpretation.join(), may: (index: number) => speaks(meeting, index) }));
  return narrowLists(lists, (meeting) => wishes[meeting] ?? { key: "", may: () => false });
}

/** For each slot the earliest one in which a participant with that rest may be again. */
function listNext(slots: Problem["slots"], restMinutes: number): number[] {
  return slots.map(({ endsAt }, index) => {
    if (restMinutes === 0) return index + 1;
    const next = slots.findIndex((slot, other) => other > index && slot.startsAt - endsAt >= restMinutes);
    return next === -1 ? slots.length : next;
  });
}

/** Slots of a meeting by its own wishes and its participants' presence. */
function listOwnSlots(problem: Problem, meeting: Problem["meetings"][number], present: (person: number, slot: number) => boolean, indices: Indices): number[] {
  const named = meeting.slots && new Set(meeting.slots.map(indices.slot));
  const pin = meeting.pinned ? indices.slot(meeting.pinned.slot) : null;
  const people = meeting.participants.map(indices.person);
  return problem.slots.flatMap(({ session }, slot) => {
    const isWished = (named?.has(slot) ?? true) && (pin === null || pin === slot) && (meeting.session === null || meeting.session === session);
    return isWished && people.every((person) => present(person, slot)) ? [slot] : [];
  });
}

/** Meetings that compete for the same things in a slot, with how many of them can be there. */
function listLimits({ slotCount, meetings }: Pick<Model, "slotCount" | "meetings">, kind: Limit["kind"], choice: Model["rooms"], needs: (meeting: number) => boolean): Limit[] {
  return Array.from({ length: slotCount }, (_, slot) => {
    const there = meetings.flatMap((meeting, index) => (needs(index) && meeting.slots.includes(slot) ? [index] : []));
    return listGroups(there, (meeting) => choice(meeting, slot)).map(({ members, things }: Group): Limit => ({ kind, slot, meetings: members, most: things.length, things }));
  }).flat();
}

/**
 * @param presence "ignored": meetings may be where participants are away and no room is, for whoever looks for reasons
 * @throws RangeError where the problem names an id that it does not hold, or one twice, or wishes too many kinds of rooms
 */
export function toModel(given: Problem, presence: "heeded" | "ignored" = "heeded"): Model {
  const problem = { ...given, participants: sortById(given.participants), meetings: sortById(given.meetings), interpreters: sortById(given.interpreters) };
  const slotCount = problem.slots.length;
  const indices: Indices = {
    slot: indexOf("slots", problem.slots),
    person: indexOf("participants", problem.participants),
    room: indexOf("rooms", problem.rooms),
    meeting: indexOf("meetings", problem.meetings),
  };
  indexOf("interpreters", problem.interpreters);
  const rooms = roomChoice(problem, problem.meetings, listPresent(slotCount, problem.rooms, indices.slot), indices);
  const interpreters = interpreterChoice(problem.interpreters, problem.meetings, listPresent(slotCount, problem.interpreters, indices.slot));
  const needsInterpreter = (meeting: number) => (problem.meetings[meeting]?.interpretation.length ?? 0) > 0;
  const absent = problem.participants.map(({ unavailable }) => new Set(unavailable.map(indices.slot)));
  const meetings = problem.meetings.map((meeting, index): ModelMeeting => {
    const own = listOwnSlots(problem, meeting, (person, slot) => presence === "ignored" || !absent[person]?.has(slot), indices);
    const isHeld = (slot: number) => presence === "ignored" || (rooms(index, slot).length > 0 && (!needsInterpreter(index) || interpreters(index, slot).length > 0));
    return {
      id: meeting.id,
      people: [...new Set(meeting.participants.map(indices.person))],
      weight: meeting.weight,
      slots: own.filter(isHeld),
      after: meeting.after.map(indices.meeting),
    };
  });
  const own = problem.participants.map((): number[] => []);
  for (const [index, { people }] of meetings.entries()) for (const person of people) own[person]?.push(index);
  const rests = new Map<number, number[]>();
  const people = problem.participants.map(({ id, restMinutes }, index): ModelPerson => {
    const next = rests.get(restMinutes) ?? listNext(problem.slots, restMinutes);
    rests.set(restMinutes, next);
    return { id, meetings: own[index] ?? [], next };
  });
  const limits = [
    ...listLimits({ slotCount, meetings }, "rooms", rooms, () => true),
    ...listLimits({ slotCount, meetings }, "interpreters", interpreters, needsInterpreter),
  ];
  return { problem, slotCount, meetings, people, limits, rooms, interpreters };
}
