import type { Actor } from "@/domain/actor";

/**
 * May decide who takes part in the programme: its moderators and organisers. Staff of a single event only
 * look after that event.
 */
export function isProgrammeStaff(actor: Actor, programmeId: string): boolean {
  return actor.kind === "person" && actor.staff.some((duty) => duty.programmeId === programmeId && duty.eventId === null);
}

/** Looks after this event: staff of the event or of its whole programme. */
export function isEventStaff(actor: Actor, event: { id: string; programmeId: string }): boolean {
  return (
    actor.kind === "person" &&
    actor.staff.some((duty) => duty.programmeId === event.programmeId && (duty.eventId === null || duty.eventId === event.id))
  );
}
