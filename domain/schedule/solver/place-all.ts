import { Board } from "./board";
import { compile, type Compiled } from "./compile";
import type { Problem } from "./problem";
import { explainer } from "./reasons";
import { repair } from "./repair";
import type { Schedule } from "./schedule";

/**
 * Places as many meetings as a simple pass can: pinned ones first, then the most constrained, each where it harms the
 * others least; then a bounded search moves meetings to make room for those left over. Pure: the same problem and
 * seed have the same answer, on any machine, whatever the order of meetings and people.
 * @param effort "quick" leaves the search out: nothing moves once it is placed
 * @throws RangeError where the problem names an id that it does not hold
 */
export function placeAll(problem: Problem, effort: "quick" | "thorough" = "thorough"): Schedule {
  const compiled = compile(problem);
  const board = new Board(compiled);
  placePinned(compiled, board);
  const left = placeConstrainedFirst(compiled, board);
  if (effort === "thorough") repair(compiled, board, left);
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

/** Answers the meetings for which no slot was left. */
function placeConstrainedFirst(compiled: Compiled, board: Board): number[] {
  const { meetings } = compiled;
  const neighbours = listNeighbours(compiled);
  // Few slots and many meetings that want them: the least room to give way.
  const slack = (index: number) => (meetings[index]?.slots.length ?? 0) - (neighbours[index]?.length ?? 0) / 2;
  const order = meetings
    .flatMap((meeting, index) => (meeting.pin === null ? [index] : []))
    .toSorted((a, b) => slack(a) - slack(b) || (meetings[b]?.weight ?? 0) - (meetings[a]?.weight ?? 0) || a - b);
  return order.filter((index) => {
    const harm = (slot: number) =>
      (neighbours[index] ?? []).filter((other) => board.slotOf(other) === undefined && meetings[other]?.slots.includes(slot)).length +
      board.meetingsIn(slot).length / compiled.rooms.length;
    const slots = (meetings[index]?.slots ?? []).map((slot) => ({ slot, harm: harm(slot) })).toSorted((a, b) => a.harm - b.harm);
    return !slots.some(({ slot }) => board.place(index, slot));
  });
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
