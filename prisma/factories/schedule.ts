import { db } from "../client";
import type { Prisma } from "../generated/client";
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

/** A run of the solver that waits; or one in any other state. */
export async function createRun(eventId: string, data: Partial<Prisma.ScheduleRunUncheckedCreateInput> = {}) {
  return db.scheduleRun.create({ data: { eventId, seconds: 5, kept: "locked", ...data } });
}

/** Ends a run as if it had gone wrong twice. */
export async function failRun(id: string) {
  await db.scheduleRun.update({ where: { id }, data: { state: "failed", finishedAt: new Date() } });
}

type Place = readonly [meetingId: string, slot: number, room: number];

/**
 * A run that has placed meetings of the event, each at a slot and a room by their position from 0.
 * @param more what its answer says besides
 */
export async function createFinishedRun(event: Event, revision: string, places: readonly Place[], more: Prisma.InputJsonObject = {}) {
  const placements = places.map(([meeting, slot, room]) => ({
    meeting, slot: event.slots[slot]?.id ?? "", room: event.rooms[room]?.id ?? "", interpreter: null,
  }));
  const answer = { status: "optimal", placements, unplaced: [], breaks: 0, levels: [], conflict: null, seconds: 1, seed: 1, isCut: false, ...more };
  return createRun(event.id, { state: "done", revision, answer, startedAt: new Date(), finishedAt: new Date() });
}

/** Puts every meeting of a pool into the draft: meeting n of the circle at slot n modulo 2 (2 for an odd last one). */
export async function placeCircle({ event, meetings }: Pick<Awaited<ReturnType<typeof createPool>>, "event" | "meetings">) {
  const isOdd = meetings.length % 2 === 1;
  await Promise.all(meetings.map(({ id }, index) => {
    const slot = isOdd && index === meetings.length - 1 ? 2 : index % 2;
    return createPlacement(event, id, [slot, Math.floor(index / 2)]);
  }));
}
