import type { Conflict, ConflictPart } from "@/domain/schedule/solver/answer";

function some(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function explainPart(part: ConflictPart): string {
  switch (part.kind) {
    case "meeting":
      return `meeting ${part.meeting} takes place`;
    case "participant":
      return `participant ${part.participant} has ${some(part.meetings, "meeting")} and ${some(part.slots, "free slot")}`;
    case "rooms":
      return `slot ${part.slot} has ${some(part.rooms.length, "room")} for them`;
    case "interpreters":
      return `slot ${part.slot} has ${some(part.interpreters.length, "interpreter")} for them`;
    case "order":
      return `meeting ${part.later} is later than meeting ${part.earlier}`;
    case "fairness":
      return `no two participants' numbers of breaks differ by more than ${part.difference}`;
  }
}

/** Why not all meetings can be placed, one line for each thing that takes part. */
export function explainConflict({ parts }: Conflict): string[] {
  return parts.map(explainPart);
}
