import { Board } from "./board";
import { compile, type Compiled } from "./compile";
import type { Problem } from "./problem";
import { explainer } from "./reasons";
import type { Schedule } from "./schedule";

/**
 * Places what a simple pass can: pinned meetings first, then the most constrained, each where it harms the others
 * least; nothing moves once it is placed. Says of the others why they have no place. Pure: the same problem has the
 * same answer, whatever the order of meetings and people.
 * @throws RangeError where the problem names an id that it does not hold
 */
export function placeAll(problem: Problem): Schedule {
  const compiled = compile(problem);
  const board = new Board(compiled);
  placePinned(compiled, board);
  placeConstrainedFirst(compiled, board);
  return read(compiled, board);
}

function placePinned({ meetings }: Compiled, board: Board): void {
  const impossible: { index: number; slot: number }[] = [];
  for (const [index, meeting] of meetings.entries()) {
    if (meeting.pin === null) continue;
    const isPlaced = meeting.slots.includes(meeting.pin) && board.place(index, meeting.pin);
    if (!isPlaced) impossible.push({ index, slot: meeting.pin });
  }
  for (const { index, slot } of impossible) board.block(index, slot);
}

/** The meetings that share a participant with each one. */
function listNeighbours({ meetings, participants }: Compiled): number[][] {
  const ofPerson = participants.map((): number[] => []);
  for (const [index, meeting] of meetings.entries()) {
    for (const person of meeting.participants) ofPerson[person]?.push(index);
  }
  return meetings.map(({ participants: people }, index) => {
    const shared = people.flatMap((person) => ofPerson[person] ?? []);
    return [...new Set(shared)].filter((other) => other !== index);
  });
}

function placeConstrainedFirst(compiled: Compiled, board: Board): void {
  const { meetings } = compiled;
  const neighbours = listNeighbours(compiled);
  // Few slots and many meetings that want them: the least room to give way.
  const slack = (index: number) => (meetings[index]?.slots.length ?? 0) - (neighbours[index]?.length ?? 0) / 2;
  const order = meetings
    .flatMap((meeting, index) => (meeting.pin === null ? [index] : []))
    .toSorted((a, b) => slack(a) - slack(b) || (meetings[b]?.weight ?? 0) - (meetings[a]?.weight ?? 0) || a - b);
  for (const index of order) {
    const harm = (slot: number) =>
      (neighbours[index] ?? []).filter((other) => board.slotOf(other) === undefined && meetings[other]?.slots.includes(slot)).length +
      board.meetingsIn(slot).length / compiled.rooms.length;
    const slots = (meetings[index]?.slots ?? []).map((slot) => ({ slot, harm: harm(slot) })).toSorted((a, b) => a.harm - b.harm);
    slots.some(({ slot }) => board.place(index, slot));
  }
}

function read(compiled: Compiled, board: Board): Schedule {
  const explain = explainer(compiled, board);
  const schedule: Schedule = { placements: [], unplaced: [] };
  for (const [index, meeting] of compiled.meetings.entries()) {
    const [slot, room, interpreter] = [board.slotOf(index), board.roomOf(index), board.interpreterOf(index)];
    if (slot === undefined || room === undefined) {
      schedule.unplaced.push({ meeting: meeting.id, ...explain(index, meeting) });
    } else {
      schedule.placements.push({
        meeting: meeting.id,
        slot: compiled.slots[slot] ?? "",
        room: compiled.rooms[room] ?? "",
        interpreter: interpreter === undefined ? null : (compiled.interpreters[interpreter] ?? ""),
      });
    }
  }
  return schedule;
}
