import type { Model } from "./model";
import type { Slots } from "./prover";
import type { Placement } from "./schedule";
import { Sharing } from "./sharing";

/** Rooms and interpreters of a timetable, with how often people have to change rooms, and how often they must. */
export type Assigned = { placements: Placement[]; roomChanges: number; fewestChanges: number };

/** For each meeting what its participants did before it: their last meetings, with how many of them come from each. */
type Coming = { meeting: number; slot: number; people: number };

function listComing(model: Model, slots: Slots): Coming[][] {
  const coming = model.meetings.map((): Coming[] => []);
  for (const { meetings } of model.people) {
    const day = meetings.filter((meeting) => (slots[meeting] ?? -1) >= 0).toSorted((a, b) => (slots[a] ?? 0) - (slots[b] ?? 0));
    for (const [index, meeting] of day.slice(1).entries()) {
      const before = day[index] ?? 0;
      const known = coming[meeting]?.find((each) => each.meeting === before);
      if (known) known.people += 1;
      else coming[meeting]?.push({ meeting: before, slot: slots[before] ?? 0, people: 1 });
    }
  }
  return coming;
}

/** Two meetings of one slot are in two rooms: of those who come from there, only one party can stay where it was. */
function leastChanges(coming: readonly Coming[]): number {
  const all = coming.reduce((sum, { people }) => sum + people, 0);
  const staying = [...Map.groupBy(coming, ({ slot }) => slot).values()].map((group) => Math.max(...group.map(({ people }) => people)));
  return all - staying.reduce((sum, people) => sum + people, 0);
}

/**
 * Gives each meeting a room, and an interpreter where it needs one: slot by slot, where possible the room in which most
 * of its participants were before. The bound on the changes holds for these slots, whatever the rooms.
 * @throws Error where a slot holds more than its rooms: the timetable breaks a limit
 */
export function assignRooms(model: Model, slots: Slots): Assigned {
  const coming = listComing(model, slots);
  const roomOf = new Map<number, number>();
  const interpreterOf = new Map<number, number>();
  for (let slot = 0; slot < model.slotCount; slot += 1) {
    const there = model.meetings.flatMap((_, meeting) => (slots[meeting] === slot ? [meeting] : []));
    const liked = new Map(there.map((meeting) => [meeting, likedRooms(coming[meeting] ?? [], roomOf)]));
    const order = there.toSorted((a, b) => (liked.get(b)?.length ?? 0) - (liked.get(a)?.length ?? 0) || a - b);
    const wishes = (meeting: number) => {
      const open = model.rooms(meeting, slot);
      return [...(liked.get(meeting) ?? []).filter((room) => open.includes(room)), ...open];
    };
    share(order, wishes, model.problem.rooms.length, roomOf);
    const spoken = order.filter((meeting) => (model.problem.meetings[meeting]?.interpretation.length ?? 0) > 0);
    share(spoken, (meeting) => model.interpreters(meeting, slot), model.problem.interpreters.length, interpreterOf);
  }
  const { problem } = model;
  const placements = [...roomOf].toSorted(([a], [b]) => a - b).map(([meeting, room]): Placement => ({
    meeting: model.meetings[meeting]?.id ?? "",
    slot: problem.slots[slots[meeting] ?? -1]?.id ?? "",
    room: problem.rooms[room]?.id ?? "",
    interpreter: problem.interpreters[interpreterOf.get(meeting) ?? -1]?.id ?? null,
  }));
  const changed = coming.flatMap((each, meeting) => each.filter((from) => roomOf.get(from.meeting) !== roomOf.get(meeting)));
  return {
    placements,
    roomChanges: changed.reduce((sum, { people }) => sum + people, 0),
    fewestChanges: coming.reduce((sum, each) => sum + leastChanges(each), 0),
  };
}

function likedRooms(coming: readonly Coming[], roomOf: ReadonlyMap<number, number>): number[] {
  return coming.toSorted((a, b) => b.people - a.people || a.slot - b.slot).flatMap(({ meeting }) => roomOf.get(meeting) ?? []);
}

function share(holders: readonly number[], wishes: (holder: number) => readonly number[], count: number, held: Map<number, number>): void {
  const sharing = new Sharing(wishes, count);
  for (const holder of holders) if (!sharing.add(holder)) throw new Error("a slot holds more meetings than it has places");
  for (const holder of holders) held.set(holder, sharing.thingOf(holder) ?? 0);
}
