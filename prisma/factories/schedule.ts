import { db } from "../client";
import { createMeeting, createParticipant } from "./meeting";
import { createStaff } from "./people";
import { createEvent, createProgramme } from "./programme";

type Event = Awaited<ReturnType<typeof createEvent>>;

/** Puts a meeting into the draft, at a slot and a room of the event by their position from 0. */
export async function createPlacement(event: Event, meetingId: string, [slot, room]: readonly [number, number], isLocked = false) {
  const [slotId, roomId] = [event.slots[slot]?.id ?? "", event.rooms[room]?.id ?? ""];
  return db.placement.create({ data: { eventId: event.id, meetingId, slotId, roomId, locked: isLocked } });
}

/**
 * An event with its moderator and meetings in a circle: participant n meets n + 1 and the last one the first.
 * @param count participants, and meetings; at least 3
 */
export async function createPool(count: number, data: Partial<Parameters<typeof createEvent>[0]> = {}) {
  const programme = await createProgramme();
  const event = await createEvent({ programmeId: programme.id, ...data });
  const moderator = await createStaff("moderator", programme.id, event.id);
  const participants = await Promise.all(
    Array.from({ length: count }, (_, index) => createParticipant(event, index % 2 === 0 ? "PL" : "DE")),
  );
  const meetings = await Promise.all(
    participants.map((one, index) => createMeeting(one, participants[(index + 1) % count] ?? one)),
  );
  return { programme, event, moderator, participants, meetings };
}
