import { db } from "../client";
import { createMeeting, createParticipant } from "./meeting";
import { createPlacement, createPool } from "./schedule";

async function seat(meetingId: string, slotId: string, roomId: string): Promise<void> {
  await db.$queryRaw`SELECT seat_meeting(${meetingId}::uuid, ${slotId}::uuid, ${roomId}::uuid) AS answer`;
}

/**
 * A released schedule of six who meet in a circle, each meeting in a slot and a room of its own that has a link, and
 * one more that was agreed late, so that its two people may choose another time. The first participant reads.
 * `own`: what the reader may see; `secrets`: names, addresses and ids of the meetings of others.
 */
export async function createSecretSchedule(kind: "video" | "breakout" = "video") {
  const pool = await createPool(6, { slotCount: 8, roomCount: 7, linkDaysBefore: 10_000 });
  const { event, participants: [reader, ...others] } = pool;
  if (!reader) throw new Error("nobody takes part");
  const newcomer = await createParticipant(event, "DE");
  const late = await createMeeting(reader, newcomer, { subject: "Subject-late" });
  const meetings = [...pool.meetings, late];
  const rooms = event.rooms.map((room, index) => ({ ...room, name: `Chamber-${index}`, url: `https://video.example/chamber-${index}` }));
  for (const { id, name, url } of rooms) await db.room.update({ where: { id }, data: { name, url, kind } });
  for (const [index, { id }] of meetings.entries()) {
    await createPlacement(event, id, [index, index]);
    await db.meeting.update({ where: { id }, data: { subject: `Subject-${index}` } });
  }
  for (const [index, { registration }] of others.entries()) await db.registration.update({ where: { id: registration.id }, data: { personName: `Person-${index + 1}` } });
  const placeOf = (index: number) => ({ slotId: event.slots[index]?.id ?? "", roomId: event.rooms[index]?.id ?? "" });
  const entries = pool.meetings.map(({ id }, index) => ({ meetingId: id, ...placeOf(index) }));
  await db.scheduleVersion.create({ data: { eventId: event.id, number: 1, entries: { create: entries } } });
  for (const [index, { id }] of meetings.entries()) await seat(id, placeOf(index).slotId, placeOf(index).roomId);
  // The reader meets participant 1 in the first slot, participant 5 in the sixth and the newcomer in the seventh.
  const secretMeetings = [1, 2, 3, 4];
  const strangers = others.slice(1, 4);
  return {
    event,
    moderator: pool.moderator,
    reader,
    late,
    own: [others[0], others[4], newcomer].map((one) => one?.organisation.name ?? "").concat("Chamber-0", "Chamber-5", "Chamber-6", "video.example/chamber-0"),
    secrets: [
      ...secretMeetings.flatMap((index) => [meetings[index]?.id ?? "", `Subject-${index}`, `Chamber-${index}`, `chamber-${index}`, rooms[index]?.id ?? ""]),
      ...strangers.flatMap(({ organisation, registration, actor }) => [organisation.id, organisation.name, organisation.slug, registration.id, actor.userId, actor.email]),
      "Person-2", "Person-3", "Person-4",
    ],
  };
}
