import { randomUUID } from "node:crypto";
import { db } from "../client";
import { createStaff } from "./people";
import { createEvent, createProgramme } from "./programme";
import { createThrong } from "./throng";

/** Participant n meets those so many places further on in the circle: six meetings each. */
const offsets = [1, 7, 31];
const slotCount = 12;
/** Every so-manieth participant comes after the first third of the day. */
const lateEvery = 10;

/**
 * A large event, in few queries: participants with six meetings each, twelve slots, as many rooms as make the meetings
 * fill four fifths of them, some people who come late, and a moderator. Nothing is placed.
 * @param count participants; more than twice 31
 */
export async function createFair(count: number) {
  const programme = await createProgramme();
  const roomCount = Math.ceil((count * offsets.length) / slotCount / 0.8);
  const event = await createEvent({ programmeId: programme.id, slotCount, roomCount, endsAt: new Date("2027-03-18T16:00:00Z") });
  const moderator = await createStaff("moderator", programme.id, event.id);
  const people = await createThrong({ id: event.id, programmeId: programme.id, slots: event.slots }, count);
  const pairs = people.flatMap((one, index) => offsets.map((offset) => [one, people[(index + offset) % count] ?? one] as const));
  const meetings = pairs.map((sides) => ({ id: randomUUID() as string, sides }));
  await db.meeting.createMany({
    data: meetings.map(({ id, sides }) => {
      const [lowId = "", highId = ""] = sides.map(({ organisation }) => organisation.id).toSorted();
      return { id, eventId: event.id, origin: "pairing" as const, subject: "A common project", subjectLocale: "en" as const, lowId, highId };
    }),
  });
  await db.meetingSide.createMany({
    data: meetings.flatMap(({ id, sides }) => sides.map(({ organisation, registration }) => ({ meetingId: id, organisationId: organisation.id, registrationId: registration.id }))),
  });
  await db.availability.deleteMany({
    where: {
      slotId: { in: event.slots.slice(0, slotCount / 3).map(({ id }) => id) },
      registrationId: { in: people.filter((_, index) => index % lateEvery === 0).map(({ registration }) => registration.id) },
    },
  });
  return { programme, event, moderator, people, meetings };
}
