import { db } from "../client";
import { createMeeting, createParticipant, createRequest } from "./meeting";
import { createPlacement, createPool } from "./schedule";

type Pool = Awaited<ReturnType<typeof createPool>>;

/** Seats a meeting for real, at a slot and a room of the event by their position from 0, and in the draft. */
async function seat({ event }: Pool, meetingId: string, [slot, room]: readonly [number, number]): Promise<void> {
  await createPlacement(event, meetingId, [slot, room]);
  await db.$queryRaw`SELECT seat_meeting(${meetingId}::uuid, ${event.slots[slot]?.id ?? ""}::uuid, ${event.rooms[room]?.id ?? ""}::uuid) AS answer`;
}

/** A request that was accepted after the release, and its meeting without a time. */
async function agreeLate(asker: Pool["participants"][number], asked: Pool["participants"][number]) {
  const request = await createRequest(asker, asked, { state: "accepted", answeredAt: new Date(), recipientPersonId: asked.registration.id });
  const meeting = await createMeeting(asker, asked, { origin: "request", requestId: request.id, subject: request.subject });
  return { request, meeting };
}

/**
 * A released schedule of five slots and two rooms, in which the first participant has two meetings, and three that were
 * agreed since: one has a time and could have another, one can be given a time by its two people, and for one a
 * released meeting has to give way.
 */
export async function createLateSchedule() {
  const pool = await createPool(3, { slotCount: 5, roomCount: 2 });
  const { event, moderator, participants: [reader], meetings: [first, between, second] } = pool;
  if (!reader || !first || !between || !second) throw new Error("nobody takes part");
  await db.meeting.delete({ where: { id: between.id } });
  await seat(pool, first.id, [0, 0]);
  await seat(pool, second.id, [1, 0]);
  const entries = [[first.id, 0], [second.id, 1]] as const;
  await db.scheduleVersion.create({
    data: {
      eventId: event.id, number: 1,
      entries: { create: entries.map(([meetingId, slot]) => ({ meetingId, slotId: event.slots[slot]?.id ?? "", roomId: event.rooms[0]?.id ?? "" })) },
    },
  });
  const [placed, waiting, stuck] = [await createParticipant(event, "DE"), await createParticipant(event, "DE"), await createParticipant(event, "DE")];
  await db.availability.deleteMany({ where: { registrationId: stuck.registration.id, slotId: { not: event.slots[0]?.id ?? "" } } });
  const late = { placed: await agreeLate(placed, reader), waiting: await agreeLate(waiting, reader), stuck: await agreeLate(stuck, reader) };
  await seat(pool, late.placed.meeting.id, [2, 0]);
  return { event, moderator, reader, late, first, stuckName: stuck.organisation.name };
}
