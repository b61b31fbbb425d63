import { randomUUID } from "node:crypto";
import { db } from "../client";
import type { Prisma } from "../generated/client";
import { createMeeting, createParticipant, createRegistration } from "./meeting";
import { createEvent, createProgramme } from "./programme";

const minute = 60_000;

/** An event that ended so many minutes ago, with two slots. */
export async function createPastEvent({ programmeId, endedAgo = 60, ...data }: { programmeId: string; endedAgo?: number } & Partial<Parameters<typeof createEvent>[0]>) {
  const end = Math.floor(Date.now() / minute) * minute - endedAgo * minute;
  const slots = [32, 16].map((before, index) => ({ number: index + 1, startsAt: new Date(end - before * minute), endsAt: new Date(end - (before - 14) * minute) }));
  return createEvent({ programmeId, startsAt: new Date(end - 60 * minute), endsAt: new Date(end), slots: { create: slots }, ...data });
}

type PastEvent = Awaited<ReturnType<typeof createPastEvent>>;
type Participant = Awaited<ReturnType<typeof createParticipant>>;

/** A meeting that two participants have held: it has its seats in one of the event's slots, by their position from 0. */
export async function createHeldMeeting(event: PastEvent, one: Participant, other: Participant, slot = 0) {
  const meeting = await createMeeting(one, other);
  await db.$queryRaw`SELECT seat_meeting(${meeting.id}::uuid, ${event.slots[slot]?.id}::uuid, ${event.rooms[0]?.id}::uuid) AS answer`;
  return meeting;
}

/** A Polish and a German participant who have met at an event of a programme of their own. */
export async function createHeldPair(more: Partial<Parameters<typeof createPastEvent>[0]> = {}) {
  const programme = await createProgramme();
  const event = await createPastEvent({ programmeId: programme.id, ...more });
  const one = await createParticipant(event, "PL");
  const other = await createParticipant(event, "DE");
  await db.scheduleVersion.create({ data: { eventId: event.id, number: 1 } });
  return { programme, event, one, other, meeting: await createHeldMeeting(event, one, other) };
}

/** Somebody who acts for an organisation. */
type Side = Pick<Participant, "organisation" | "actor">;
type Programme = { id: string };

/** Two organisations of a programme that have met at a past event of it, and wish for a second meeting. */
export async function createSecondMeeting({ id: programmeId }: Programme, sides: readonly [Participant, Participant]) {
  const event = await createPastEvent({ programmeId });
  const register = async ({ organisation, actor }: Participant) => ({
    organisation, actor, registration: await createRegistration({ eventId: event.id, organisationId: organisation.id, userId: actor.userId }),
  });
  const [one, other] = [await register(sides[0]), await register(sides[1])];
  const meeting = await createHeldMeeting(event, one, other);
  for (const side of [one, other]) await createRating(meeting.id, side, { wishesAgain: true });
  await db.secondMeeting.create({ data: { meetingId: meeting.id } });
  return { event, meeting };
}

/** What one side says of a meeting. */
export function createRating(meetingId: string, { organisation, actor }: Side, data: Partial<Prisma.RatingUncheckedCreateInput> = {}) {
  return db.rating.create({ data: { meetingId, organisationId: organisation.id, userId: actor.userId, outcome: "informative", ...data } });
}

/** A cooperation that one organisation notes with another one. */
export function createCooperation(programmeId: string, author: Side, partner: Side, data: Partial<Prisma.CooperationUncheckedCreateInput> = {}) {
  return db.cooperation.create({
    data: {
      id: randomUUID(), programmeId, authorId: author.organisation.id, partnerId: partner.organisation.id, userId: author.actor.userId,
      subject: "Sensors in harbours", subjectLocale: "en", stage: "idea", ...data,
    },
  });
}
