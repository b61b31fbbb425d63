import { beforeEach, expect, test } from "vitest";
import { cancelRegistration } from "@/domain/registration/commands/cancel-registration";
import { db } from "@/prisma/client";
import { createMeeting, createParticipant, createRegistration, createRequest } from "@/prisma/factories/meeting";
import { createMember } from "@/prisma/factories/organisation";
import { createEvent, createProgramme } from "@/prisma/factories/programme";
import { endConversations } from "./end-conversations";

async function prepare() {
  const programme = await createProgramme();
  const event = await createEvent({ programmeId: programme.id });
  const leaver = await createParticipant(event, "PL");
  const others = [await createParticipant(event, "DE"), await createParticipant(event, "DE"), await createParticipant(event, "DE")] as const;
  const sent = await createRequest(leaver, others[0]);
  const received = await createRequest(others[1], leaver, { recipientPersonId: leaver.registration.id });
  const between = await createRequest(others[0], others[1]);
  const meeting = await createMeeting(leaver, others[2]);
  const slot = event.slots[0];
  const room = event.rooms[0];
  if (!slot || !room) throw new Error("an event without slot and room");
  await db.$queryRaw`SELECT seat_meeting(${meeting.id}::uuid, ${slot.id}::uuid, ${room.id}::uuid)`;
  await db.placement.create({ data: { meetingId: meeting.id, eventId: event.id, slotId: slot.id, roomId: room.id } });
  return { event, leaver, others, sent, received, between, meeting };
}

let stage: Awaited<ReturnType<typeof prepare>>;
beforeEach(async () => {
  stage = await prepare();
});

async function states() {
  const { sent, received, between, meeting, event } = stage;
  const of = async ({ id }: { id: string }) => (await db.meetingRequest.findUniqueOrThrow({ where: { id } })).state;
  return {
    sent: await of(sent),
    received: await of(received),
    between: await of(between),
    meeting: (await db.meeting.findUniqueOrThrow({ where: { id: meeting.id } })).state,
    seats: await db.seat.count({ where: { meetingId: meeting.id } }),
    placements: await db.placement.count({ where: { eventId: event.id } }),
  };
}

const ended = { sent: "withdrawn", received: "declined", between: "pending", meeting: "cancelled", seats: 0, placements: 0 };

test("who leaves alone takes everything along that was theirs, and the others are told", async () => {
  const { event, leaver, others, received } = stage;
  expect(await cancelRegistration(leaver.actor, { event: event.slug }, endConversations)).toMatchObject({ ok: true });
  expect(await states()).toEqual(ended);
  expect(await db.meetingRequest.findUniqueOrThrow({ where: { id: received.id } })).toMatchObject({ declineCode: "not_taking_part" });
  const kinds = ["request_withdrawn", "request_declined", "meeting_cancelled"] as const;
  const told = await Promise.all(kinds.map((kind) => db.mail.count({ where: { kind, params: { path: ["partner"], equals: leaver.organisation.name } } })));
  expect(told).toEqual([1, 1, 1]);
  expect(others).toHaveLength(3);
});

test("twice is the same as once", async () => {
  const { event, leaver } = stage;
  await cancelRegistration(leaver.actor, { event: event.slug }, endConversations);
  const mails = await db.mail.count();
  await cancelRegistration(leaver.actor, { event: event.slug }, endConversations);
  expect(await states()).toEqual(ended);
  expect(await db.mail.count()).toBe(mails);
});

test("with a colleague who stays, what was asked waits for the colleague", async () => {
  const { event, leaver, received } = stage;
  const colleague = await createMember(leaver.organisation.id);
  await createRegistration({ eventId: event.id, organisationId: leaver.organisation.id, userId: colleague.userId });
  await cancelRegistration(leaver.actor, { event: event.slug }, endConversations);
  expect(await states()).toEqual({ ...ended, received: "pending" });
  expect(await db.meetingRequest.findUniqueOrThrow({ where: { id: received.id } })).toMatchObject({ recipientPersonId: null, version: 2 });
});
