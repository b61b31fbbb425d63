import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/prisma/client";
import { createMeeting, createParticipant, createRegistration, createRequest } from "@/prisma/factories/meeting";
import { createMember } from "@/prisma/factories/organisation";
import { createEvent, createProgramme } from "@/prisma/factories/programme";
import { acceptRequest, declineRequest, withdrawRequest } from "./answer-request";
import { editRequest, proposeColleague } from "./edit-request";

type Side = Awaited<ReturnType<typeof createParticipant>>;

async function join({ organisation, registration }: Side, data: { email?: string; personName?: string } = {}) {
  const actor = await createMember(organisation.id);
  const created = await createRegistration({ eventId: registration.eventId, organisationId: organisation.id, userId: actor.userId, ...data });
  return { organisation, actor, registration: created };
}

async function prepare() {
  const programme = await createProgramme();
  const event = await createEvent({ programmeId: programme.id });
  const asker = await createParticipant(event, "PL");
  const asked = await createParticipant(event, "DE");
  const request = await createRequest(asker, asked);
  return { event, asker, asked, request, key: { event: event.slug, id: request.id } };
}

let stage: Awaited<ReturnType<typeof prepare>>;
beforeEach(async () => {
  stage = await prepare();
});

const stored = () => db.meetingRequest.findUniqueOrThrow({ where: { id: stage.request.id } });

async function mails(about: string = stage.request.id) {
  const rows = await db.mail.findMany({ where: { key: { contains: about } }, orderBy: [{ kind: "asc" }, { to: "asc" }, { key: "asc" }] });
  return rows.map(({ kind, to, params }) => ({ kind, to, params }));
}

async function log() {
  const rows = await db.auditEntry.findMany({ where: { objectId: stage.request.id }, orderBy: { id: "asc" } });
  return rows.map(({ action, actorId, organisationId, details }) => ({ action, actorId, organisationId, details }));
}

/** What every mail about this request says, with the name of the other side. */
const about = (partner: Side) => ({
  event: "Event (en)",
  timeZone: "Europe/Berlin",
  partner: partner.organisation.name,
  path: `/events/${stage.event.slug}/requests/${stage.request.id}`,
});

describe("accept", () => {
  test("makes the meeting of both persons, tells the asker, and is in the log", async () => {
    const { event, asker, asked, request, key } = stage;
    const result = await acceptRequest(asked.actor, key);
    const meeting = await db.meeting.findFirstOrThrow({
      where: { requestId: request.id },
      include: { sides: { select: { organisationId: true, registrationId: true }, orderBy: { organisationId: "asc" } } },
    });
    expect(result).toEqual({ ok: true, value: { id: request.id, meetingId: meeting.id, placement: { state: "in_pool", reason: "not_released" } } });
    const [low, high] = [asker, asked].toSorted((a, b) => (a.organisation.id < b.organisation.id ? -1 : 1));
    expect(meeting).toMatchObject({
      eventId: event.id, origin: "request", state: "agreed", subject: request.subject, subjectLocale: "en",
      lowId: low?.organisation.id, highId: high?.organisation.id,
      sides: [low, high].map((side) => ({ organisationId: side?.organisation.id, registrationId: side?.registration.id })),
    });
    expect(await stored()).toMatchObject({ state: "accepted", recipientPersonId: asked.registration.id });
    expect((await stored()).answeredAt).not.toBeNull();
    expect(await mails()).toEqual([{ kind: "request_accepted", to: asker.registration.email, params: about(asked) }]);
    expect(await log()).toEqual([{ action: "request.accept", actorId: asked.actor.userId, organisationId: asked.organisation.id, details: {} }]);
  });

  test("holds no slot", async () => {
    await acceptRequest(stage.asked.actor, stage.key);
    expect([await db.seat.count(), await db.placement.count()]).toEqual([0, 0]);
  });

  test("after a release it is placed at once, in the first slot that is free for both, and both are told", async () => {
    const { event, asker, asked, key } = stage;
    await db.scheduleVersion.create({ data: { eventId: event.id, number: 1 } });
    await db.availability.deleteMany({ where: { registrationId: asker.registration.id, slotId: event.slots[0]?.id ?? "" } });
    const slot = event.slots[1];
    const result = await acceptRequest(asked.actor, key);
    expect(result).toMatchObject({ ok: true, value: { placement: { state: "placed", slotId: slot?.id, startsAt: slot?.startsAt } } });
    const meetingId = result.ok ? result.value.meetingId : "";
    expect(await db.seat.count({ where: { meetingId, slotId: slot?.id ?? "" } })).toBe(3);
    expect((await mails(meetingId)).map(({ kind }) => kind)).toEqual(["meeting_placed", "meeting_placed"]);
  });

  test("with a colleague: the colleague speaks and is told", async () => {
    const { asker, asked, key } = stage;
    const colleague = await join(asked, { email: "colleague@mail.example", personName: "Kim Kollegin" });
    const result = await acceptRequest(asked.actor, { ...key, person: colleague.registration.id });
    expect(result.ok).toBe(true);
    const side = await db.meetingSide.findFirstOrThrow({ where: { organisationId: asked.organisation.id } });
    expect(side.registrationId).toBe(colleague.registration.id);
    expect(await mails()).toEqual([
      { kind: "request_accepted", to: asker.registration.email, params: about(asked) },
      { kind: "request_colleague", to: "colleague@mail.example", params: { ...about(asker), colleague: "Kim Kollegin" } },
    ]);
  });

  test.each(["cancelled", "pending"] as const)("not with somebody whose registration is %s", async (state) => {
    const colleague = await join(stage.asked);
    await db.registration.update({ where: { id: colleague.registration.id }, data: { state } });
    expect(await acceptRequest(stage.asked.actor, { ...stage.key, person: colleague.registration.id })).toEqual({ ok: false, reason: "person_gone" });
    expect(await stored()).toMatchObject({ state: "pending" });
  });

  test("not with somebody of another organisation", async () => {
    expect(await acceptRequest(stage.asked.actor, { ...stage.key, person: stage.asker.registration.id })).toEqual({ ok: false, reason: "person_gone" });
  });

  test("not when the person who asked has left: nothing stays behind", async () => {
    await db.registration.update({ where: { id: stage.asker.registration.id }, data: { state: "cancelled" } });
    expect(await acceptRequest(stage.asked.actor, stage.key)).toEqual({ ok: false, reason: "person_gone" });
    expect(await stored()).toMatchObject({ state: "pending", answeredAt: null });
    expect([await mails(), await log()]).toEqual([[], []]);
  });

  test("not when the moderators have paired the two meanwhile", async () => {
    await createMeeting(stage.asker, stage.asked);
    expect(await acceptRequest(stage.asked.actor, stage.key)).toEqual({ ok: false, reason: "already_agreed" });
    expect(await stored()).toMatchObject({ state: "pending" });
    expect(await mails()).toEqual([]);
  });

  test("not when its time is over, even before the worker has said so", async () => {
    await db.meetingRequest.update({ where: { id: stage.request.id }, data: { expiresAt: new Date(Date.now() - 1) } });
    expect(await acceptRequest(stage.asked.actor, stage.key)).toEqual({ ok: false, reason: "already_expired" });
  });
});

describe("decline", () => {
  test.each([
    { code: "no_fit" as const, text: undefined },
    { code: undefined, text: "Wir haben keine Leute." },
    { code: "not_now" as const, text: "Next year, gladly." },
  ])("with $code and $text tells the asker why", async ({ code, text }) => {
    const { asker, asked, key } = stage;
    const reason = { ...(code ? { code } : {}), ...(text ? { text } : {}) };
    expect(await declineRequest(asked.actor, { ...key, ...reason })).toEqual({ ok: true, value: { id: key.id } });
    expect(await stored()).toMatchObject({ state: "declined", declineCode: code ?? null, declineText: text ?? null });
    expect(await mails()).toEqual([
      { kind: "request_declined", to: asker.registration.email, params: { ...about(asked), reasonCode: code ?? null, reasonText: text ?? null } },
    ]);
    expect(await log()).toEqual([
      { action: "request.decline", actorId: asked.actor.userId, organisationId: asked.organisation.id, details: code ? { code } : {} },
    ]);
    expect(await db.meeting.count({ where: { requestId: key.id } })).toBe(0);
  });
});

describe("withdraw", () => {
  test("tells the other side, and a colleague may do it", async () => {
    const { asker, asked, key } = stage;
    const colleague = await join(asker);
    expect(await withdrawRequest(colleague.actor, key)).toEqual({ ok: true, value: { id: key.id } });
    expect(await stored()).toMatchObject({ state: "withdrawn" });
    expect(await mails()).toEqual([{ kind: "request_withdrawn", to: asked.registration.email, params: about(asker) }]);
    expect(await log()).toEqual([{ action: "request.withdraw", actorId: colleague.actor.userId, organisationId: asker.organisation.id, details: {} }]);
  });
});

describe("an answered request", () => {
  const ends = { accepted: "already_accepted", declined: "already_declined", withdrawn: "already_withdrawn", expired: "already_expired" } as const;
  test.each(Object.entries(ends))("%s stays so: every command answers %s and leaves nothing behind", async (state, reason) => {
    const { asker, asked, request, key } = stage;
    await db.meetingRequest.update({ where: { id: request.id }, data: { state: state as keyof typeof ends, answeredAt: new Date() } });
    const before = await stored();
    const refused = { ok: false, reason };
    const words = { subject: "own", ownSubject: "Harbours", ownSubjectLocale: "en", message: "Shall we talk?", messageLocale: "en" } as const;
    expect(await acceptRequest(asked.actor, key)).toEqual(refused);
    expect(await declineRequest(asked.actor, { ...key, code: "no_fit" })).toEqual(refused);
    expect(await proposeColleague(asked.actor, { ...key, version: 1, person: asked.registration.id })).toEqual(refused);
    expect(await withdrawRequest(asker.actor, key)).toEqual(refused);
    expect(await editRequest(asker.actor, { ...key, version: 1, ...words })).toEqual(refused);
    expect(await stored()).toEqual(before);
    expect([await mails(), await log()]).toEqual([[], []]);
  });
});

describe("edit", () => {
  const words = { subject: "own", ownSubject: "Statki", ownSubjectLocale: "pl", message: "Zupełnie inaczej.", messageLocale: "pl" } as const;

  test("changes words, subject and person, and counts up", async () => {
    const { asker, key } = stage;
    const colleague = await join(asker);
    const result = await editRequest(asker.actor, { ...key, version: 1, ...words, person: colleague.registration.id });
    expect(result).toEqual({ ok: true, value: { id: key.id } });
    expect(await stored()).toMatchObject({
      subject: "Statki", subjectLocale: "pl", statementId: null, message: "Zupełnie inaczej.", messageLocale: "pl",
      requesterPersonId: colleague.registration.id, version: 2, state: "pending",
    });
    expect(await mails()).toEqual([]);
    expect((await log()).map(({ action }) => action)).toEqual(["request.edit"]);
  });

  test("the second of two who edit at once is told, and the first one's words stay", async () => {
    const { asker, key } = stage;
    await editRequest(asker.actor, { ...key, version: 1, ...words });
    expect(await editRequest(asker.actor, { ...key, version: 1, ...words, message: "The second one's words." })).toEqual({ ok: false, reason: "changed_meanwhile" });
    expect(await stored()).toMatchObject({ message: "Zupełnie inaczej.", version: 2 });
  });
});

describe("propose a colleague", () => {
  test("the request stays open, the colleague and the asker are told, and the colleague speaks when it is accepted", async () => {
    const { asker, asked, key } = stage;
    const colleague = await join(asked, { email: "colleague@mail.example", personName: "Kim Kollegin" });
    expect(await proposeColleague(asked.actor, { ...key, version: 1, person: colleague.registration.id })).toEqual({ ok: true, value: { id: key.id } });
    expect(await stored()).toMatchObject({ state: "pending", recipientPersonId: colleague.registration.id, version: 2 });
    expect(await mails()).toEqual([
      { kind: "request_colleague", to: "colleague@mail.example", params: { ...about(asker), colleague: "Kim Kollegin" } },
      { kind: "request_colleague", to: asker.registration.email, params: { ...about(asked), colleague: "Kim Kollegin" } },
    ]);
    expect((await acceptRequest(asked.actor, key)).ok).toBe(true);
    const side = await db.meetingSide.findFirstOrThrow({ where: { organisationId: asked.organisation.id } });
    expect(side.registrationId).toBe(colleague.registration.id);
  });

  test("who was put forward and has left is replaced by the one who accepts", async () => {
    const { asked, key } = stage;
    const colleague = await join(asked);
    await proposeColleague(asked.actor, { ...key, version: 1, person: colleague.registration.id });
    await db.registration.update({ where: { id: colleague.registration.id }, data: { state: "cancelled" } });
    expect((await acceptRequest(asked.actor, key)).ok).toBe(true);
    expect(await stored()).toMatchObject({ recipientPersonId: asked.registration.id });
  });

  test("the same one again changes nothing; a stranger is refused", async () => {
    const { asker, asked, key } = stage;
    const colleague = await join(asked);
    const proposal = { ...key, version: 1, person: colleague.registration.id };
    await proposeColleague(asked.actor, proposal);
    expect(await proposeColleague(asked.actor, proposal)).toEqual({ ok: true, value: { id: key.id } });
    expect(await stored()).toMatchObject({ version: 2 });
    expect(await proposeColleague(asked.actor, { ...key, version: 2, person: asker.registration.id })).toEqual({ ok: false, reason: "person_gone" });
  });
});
