import type { Board } from "./board";
import type { Compiled, Conversation } from "./compile";
import type { Reason } from "./schedule";

type Load = { participant: string; meetings: number; slots: number };

/** For each participant how many meetings it has, and in how many slots it is there. */
function loads({ meetings, participants, present }: Compiled): Load[] {
  const counts = participants.map(() => 0);
  for (const person of meetings.flatMap((meeting) => meeting.participants)) counts[person] = (counts[person] ?? 0) + 1;
  return participants.map((participant, index) => ({
    participant,
    meetings: counts[index] ?? 0,
    slots: present[index]?.size ?? 0,
  }));
}

function excess(load: Load): number {
  return load.meetings - load.slots;
}

/** Says why a meeting has no place on a board to which none of the unplaced meetings can be added. */
export function explainer(compiled: Compiled, board: Board): (index: number, meeting: Conversation) => Reason {
  const all = loads(compiled);
  return (index, meeting) => {
    if (meeting.pin !== null) return { reason: "pin_impossible", slot: compiled.slots[meeting.pin] ?? "" };
    if (meeting.slots.length === 0) return { reason: "no_common_slot" };
    const [fullest] = meeting.participants.flatMap((person) => all[person] ?? []).toSorted((a, b) => excess(b) - excess(a));
    if (fullest && excess(fullest) > 0) return { reason: "too_many_meetings", ...fullest };
    const open = meeting.slots.filter((slot) => !board.isAnybodyBusy(index, slot));
    if (open.length === 0) return { reason: "common_slots_taken", slots: meeting.slots.length };
    if (!open.some((slot) => board.hasInterpreter(index, slot))) {
      return { reason: "no_interpreter", languages: [...meeting.interpretation], slots: open.length };
    }
    return { reason: "rooms_full", slots: open.length, rooms: compiled.rooms.length };
  };
}
