import type { Conflict, ConflictPart } from "@/domain/schedule/solver/answer";

function some(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function explainPart(part: ConflictPart): string {
  switch (part.kind) {
    case "meeting":
      return part.meeting;
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

/** Why not all meetings can be placed: what cannot be had together, with the meetings for which that is so. */
export function explainConflict({ parts }: Conflict): string[] {
  const [meetings, others] = [parts.filter(({ kind }) => kind === "meeting"), parts.filter(({ kind }) => kind !== "meeting")];
  const names = meetings.map(explainPart).join(", ");
  if (others.length === 0) return [`there is no slot with a room that may be had by: ${names}`];
  return [...others.map(explainPart), `these meetings are to take place: ${names}`];
}
