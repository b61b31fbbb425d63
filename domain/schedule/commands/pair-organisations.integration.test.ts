import { beforeEach, describe, expect, test } from "vitest";
import { visitor, type Actor } from "@/domain/actor";
import { cancelMeeting } from "@/domain/meeting/commands";
import { NotFound, SignedOut } from "@/domain/result";
import { db } from "@/prisma/client";
import { createMeeting, createParticipant, createRegistration, createRequest } from "@/prisma/factories/meeting";
import { createMember } from "@/prisma/factories/organisation";
import { createStaff } from "@/prisma/factories/people";
import { createEvent, createProgramme } from "@/prisma/factories/programme";
import type { PairInput } from "../schema";
import { pairOrganisations } from "./pair-organisations";

type Participant = Awaited<ReturnType<typeof createParticipant>>;
let programme: Awaited<ReturnType<typeof createProgramme>>;
let event: Awaited<ReturnType<typeof createEvent>>;
let moderator: Actor;
let left: Participant;
let right: Participant;

beforeEach(async () => {
  programme = await createProgramme();
  event = await createEvent({ programmeId: programme.id });
  moderator = await createStaff("moderator", programme.id, event.id);
  left = await createParticipant(event, "PL");
  right = await createParticipant(event, "DE");
});

const pair = (actor: Actor, more: Partial<PairInput> = {}) =>
  pairOrganisations(actor, {
    event: event.slug,
    left: left.organisation.slug,
    right: right.organisation.slug,
    subject: "Sensors for harbours",
    subjectLocale: "en",
    ...more,
  });
const countMeetings = () => db.meeting.count({ where: { eventId: event.id } });

test("a pairing is an agreed meeting of the two persons; both are told, and it is in the log", async () => {
  const answer = await pair(moderator);
  const meeting = await db.meeting.findFirstOrThrow({ where: { eventId: event.id }, include: { sides: true } });
  expect(answer).toEqual({ ok: true, value: { id: meeting.id } });
  expect(meeting).toMatchObject({ origin: "pairing", state: "agreed", requestId: null, subject: "Sensors for harbours", subjectLocale: "en" });
  expect(meeting.sides.map(({ registrationId }) => registrationId).toSorted()).toEqual([left.registration.id, right.registration.id].toSorted());
  const mails = await db.mail.findMany({ where: { kind: "pairing_made", key: { startsWith: `pairing_made/${meeting.id}/` } } });
  const partners = new Map(mails.map(({ key, params }) => [key.split("/").at(-1), (params as { partner: string }).partner]));
  expect(partners).toEqual(new Map([[left.registration.id, right.organisation.name], [right.registration.id, left.organisation.name]]));
  const audit = await db.auditEntry.findMany({ where: { objectId: meeting.id }, orderBy: { id: "asc" }, select: { action: true } });
  expect(audit.map(({ action }) => action)).toEqual(["meeting.agree", "pairing.make"]);
});

test("after a release a pairing has its place at once, and both are told", async () => {
  await db.scheduleVersion.create({ data: { eventId: event.id, number: 1 } });
  const answer = await pair(moderator);
  const meetingId = answer.ok ? answer.value.id : "";
  expect(await db.seat.count({ where: { meetingId, slotId: event.slots[0]?.id ?? "" } })).toBe(3);
  expect(await db.placement.count({ where: { meetingId } })).toBe(1);
  expect(await db.mail.count({ where: { kind: "meeting_placed", key: { startsWith: `meeting_placed/${meetingId}/` } } })).toBe(2);
});

test("the same form sent twice makes one pairing and answers the same", async () => {
  expect(await pair(moderator)).toEqual(await pair(moderator));
  expect(await countMeetings()).toBe(1);
  expect(await db.mail.count({ where: { kind: "pairing_made", params: { path: ["path"], equals: `/events/${event.slug}/agenda` } } })).toBe(2);
});

test("the persons may be chosen; who registered first speaks otherwise", async () => {
  const colleague = await createMember(left.organisation.id);
  const second = await createRegistration({ eventId: event.id, organisationId: left.organisation.id, userId: colleague.userId });
  await pair(moderator, { leftPerson: second.id });
  const sides = await db.meetingSide.findMany({ where: { organisationId: left.organisation.id } });
  expect(sides.map(({ registrationId }) => registrationId)).toEqual([second.id]);
});

describe("refused", () => {
  test("an organisation with itself", async () => {
    expect(await pair(moderator, { right: left.organisation.slug })).toEqual({ ok: false, reason: "same_organisation" });
  });

  test("who have a meeting already, whichever side it began from", async () => {
    await createMeeting(right, left);
    expect(await pair(moderator)).toEqual({ ok: false, reason: "already_agreed" });
  });

  test.each(["left asked", "right asked"])("who wait for an answer: %s", async (who) => {
    await (who === "left asked" ? createRequest(left, right) : createRequest(right, left));
    expect(await pair(moderator)).toEqual({ ok: false, reason: "request_open" });
    expect(await countMeetings()).toBe(0);
  });

  test.each(["left", "right"])("where one has blocked the other: %s", async (who) => {
    const [blocker, blocked] = who === "left" ? [left, right] : [right, left];
    await db.block.create({ data: { blockerId: blocker.organisation.id, blockedId: blocked.organisation.id } });
    expect(await pair(moderator)).toEqual({ ok: false, reason: "blocked" });
    expect(await countMeetings()).toBe(0);
  });
});

test("a declined request or a cancelled meeting is no obstacle", async () => {
  await createRequest(left, right, { state: "declined", answeredAt: new Date() });
  const first = await pair(moderator);
  if (!first.ok) throw new Error(first.reason);
  await cancelMeeting(right.actor, { event: event.slug, id: first.value.id });
  expect(await pair(moderator)).toMatchObject({ ok: true });
});

test("either side may decline a pairing; nobody else may", async () => {
  const answer = await pair(moderator);
  const id = answer.ok ? answer.value.id : "";
  const third = await createParticipant(event);
  await expect(cancelMeeting(third.actor, { event: event.slug, id })).rejects.toThrow(NotFound);
  expect(await cancelMeeting(right.actor, { event: event.slug, id, reason: "No time" })).toEqual({ ok: true, value: { id } });
  expect(await db.meeting.findUnique({ where: { id }, select: { state: true } })).toEqual({ state: "cancelled" });
  expect(await db.mail.count({ where: { kind: "meeting_cancelled", key: { startsWith: `meeting_cancelled/${id}/` } } })).toBe(2);
});

test("organisations and persons that do not take part do not exist", async () => {
  const waiting = await createParticipant(event);
  await db.registration.update({ where: { id: waiting.registration.id }, data: { state: "pending" } });
  const elsewhere = await createParticipant(await createEvent({ programmeId: programme.id }));
  await expect(pair(moderator, { right: waiting.organisation.slug })).rejects.toThrow(NotFound);
  await expect(pair(moderator, { right: elsewhere.organisation.slug })).rejects.toThrow(NotFound);
  await expect(pair(moderator, { rightPerson: left.registration.id })).rejects.toThrow(NotFound);
  expect(await countMeetings()).toBe(0);
});

test("who may pair: staff of the event or of its programme, nobody else", async () => {
  const strangers = [left.actor, await createStaff("organiser", (await createProgramme()).id)];
  for (const stranger of strangers) await expect(pair(stranger)).rejects.toThrow(NotFound);
  await expect(pair(visitor)).rejects.toThrow(SignedOut);
  expect(await countMeetings()).toBe(0);
  expect(await pair(await createStaff("organiser", programme.id))).toMatchObject({ ok: true });
});
