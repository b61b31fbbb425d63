import { beforeEach, describe, expect, test } from "vitest";
import { takePoint } from "@/domain/limit/commands";
import { limits } from "@/domain/limit/rules";
import { cancelMeeting } from "@/domain/meeting/commands";
import { blockOrganisation, unblockOrganisation } from "@/domain/safety/commands";
import { addDays } from "@/domain/time";
import { db } from "@/prisma/client";
import { createMeeting, createParticipant, createRegistration, createRequest } from "@/prisma/factories/meeting";
import { createMember } from "@/prisma/factories/organisation";
import { createEvent, createProgramme } from "@/prisma/factories/programme";
import type { SendRequestInput } from "../schema";
import { acceptRequest, withdrawRequest } from "./answer-request";
import { sendRequest } from "./send-request";

async function prepare() {
  const programme = await createProgramme();
  const event = await createEvent({ programmeId: programme.id, requestQuota: 2, requestExpiryDays: 5 });
  const asker = await createParticipant(event, "PL");
  const asked = await createParticipant(event, "DE");
  return { programme, event, asker, asked };
}

let stage: Awaited<ReturnType<typeof prepare>>;
beforeEach(async () => {
  stage = await prepare();
});

function input(data: Partial<SendRequestInput> = {}): SendRequestInput {
  const { event, asked } = stage;
  return {
    event: event.slug,
    organisation: asked.organisation.slug,
    subject: "own",
    ownSubject: "Hafenlogistik",
    ownSubjectLocale: "de",
    message: "Porozmawiajmy o porcie.",
    messageLocale: "pl",
    ...data,
  };
}

const stored = (id: string) => db.meetingRequest.findUniqueOrThrow({ where: { id } });
const reason = async (result: Promise<{ ok: boolean; reason?: string }>) => (await result).reason ?? "ok";

async function sent(data?: Partial<SendRequestInput>): Promise<string> {
  const result = await sendRequest(stage.asker.actor, input(data));
  if (!result.ok) throw new Error(result.reason);
  return result.value.id;
}

describe("a request", () => {
  test("is stored with its words, its languages, its end and its person", async () => {
    const before = new Date();
    const id = await sent();
    const { createdAt, expiresAt, ...row } = await stored(id);
    expect(row).toEqual({
      id,
      eventId: stage.event.id,
      requesterId: stage.asker.organisation.id,
      recipientId: stage.asked.organisation.id,
      requesterPersonId: stage.asker.registration.id,
      recipientPersonId: null,
      statementId: null,
      subject: "Hafenlogistik",
      subjectLocale: "de",
      message: "Porozmawiajmy o porcie.",
      messageLocale: "pl",
      state: "pending",
      declineCode: null,
      declineText: null,
      answeredAt: null,
      version: 1,
    });
    expect(createdAt.getTime()).toBeGreaterThanOrEqual(before.getTime());
    expect(expiresAt).toEqual(addDays(createdAt, 5));
  });

  test("is told to everybody who takes part for the other side, in their language, and is in the log", async () => {
    const { event, asker, asked } = stage;
    const colleague = await createMember(asked.organisation.id);
    const german = await createRegistration({
      eventId: event.id, organisationId: asked.organisation.id, userId: colleague.userId, locale: "de", email: "de@mail.example",
    });
    const id = await sent();
    const mails = await db.mail.findMany({ where: { key: { startsWith: `request_received/${id}/` } }, orderBy: { to: "asc" } });
    const params = { timeZone: "Europe/Berlin", partner: asker.organisation.name, path: `/events/${event.slug}/requests/${id}`, subject: "Hafenlogistik", expiresAt: (await stored(id)).expiresAt.toISOString() };
    expect(mails.map(({ key, kind, to, locale, params }) => ({ key, kind, to, locale, params }))).toEqual([
      { key: `request_received/${id}/${german.id}`, kind: "request_received", to: "de@mail.example", locale: "de", params: { ...params, event: "Event (de)" } },
      { key: `request_received/${id}/${asked.registration.id}`, kind: "request_received", to: "participant@mail.example", locale: "en", params: { ...params, event: "Event (en)" } },
    ]);
    const audit = await db.auditEntry.findMany({ where: { objectId: id } });
    expect(audit.map(({ actorId, action, objectType, eventId, organisationId, details }) => ({ actorId, action, objectType, eventId, organisationId, details }))).toEqual([
      { actorId: asker.actor.userId, action: "request.send", objectType: "meeting_request", eventId: event.id, organisationId: asker.organisation.id, details: {} },
    ]);
  });

  test("never lives longer than the event", async () => {
    const endsAt = addDays(new Date(), 2);
    await db.event.update({ where: { id: stage.event.id }, data: { startsAt: addDays(endsAt, -1), endsAt } });
    expect((await stored(await sent())).expiresAt).toEqual(endsAt);
  });

  test.each(["asker", "asked"] as const)("may be about a need or an offer of the %s, in its words of now", async (side) => {
    const statement = stage[side].organisation.statements[0];
    const row = await stored(await sent({ subject: statement?.id ?? "" }));
    expect([row.statementId, row.subject, row.subjectLocale]).toEqual([statement?.id, statement?.text, statement?.locale]);
  });

  test("is not about what a third organisation says", async () => {
    const third = await createParticipant(stage.event);
    expect(await reason(sendRequest(stage.asker.actor, input({ subject: third.organisation.statements[0]?.id ?? "" })))).toBe("subject_gone");
  });

  test("may name a colleague who takes part, and nobody else", async () => {
    const { event, asker, asked } = stage;
    const member = await createMember(asker.organisation.id);
    const colleague = await createRegistration({ eventId: event.id, organisationId: asker.organisation.id, userId: member.userId });
    expect((await stored(await sent({ person: colleague.id }))).requesterPersonId).toBe(colleague.id);
    await db.registration.update({ where: { id: colleague.id }, data: { state: "cancelled" } });
    expect(await reason(sendRequest(asker.actor, input({ person: colleague.id })))).toBe("person_gone");
    expect(await reason(sendRequest(asker.actor, input({ person: asked.registration.id })))).toBe("person_gone");
  });
});

describe("two organisations", () => {
  test("have one open request: the same words again are the same request", async () => {
    const id = await sent();
    expect(await sendRequest(stage.asker.actor, input())).toEqual({ ok: true, value: { id } });
    expect(await db.mail.count({ where: { key: { startsWith: `request_received/${id}` } } })).toBe(1);
    expect(await db.auditEntry.count({ where: { objectId: id } })).toBe(1);
  });

  test("other words, or the other direction, are refused while it is open", async () => {
    await sent();
    const { asker, asked } = stage;
    expect(await reason(sendRequest(asker.actor, input({ message: "Something else altogether" })))).toBe("already_open");
    expect(await reason(sendRequest(asked.actor, input({ organisation: asker.organisation.slug })))).toBe("already_open");
  });

  test("may ask again after a withdrawal", async () => {
    const first = await sent();
    await withdrawRequest(stage.asker.actor, { event: stage.event.slug, id: first });
    expect(await sent()).not.toBe(first);
  });

  test("ask again only when their agreed meeting is cancelled", async () => {
    const { event, asker, asked } = stage;
    const accepted = await acceptRequest(asked.actor, { event: event.slug, id: await sent() });
    if (!accepted.ok) throw new Error(accepted.reason);
    expect(await reason(sendRequest(asker.actor, input()))).toBe("already_agreed");
    expect(await reason(sendRequest(asked.actor, input({ organisation: asker.organisation.slug })))).toBe("already_agreed");
    expect(await db.meetingRequest.count({ where: { eventId: event.id } })).toBe(1);
    await cancelMeeting(asked.actor, { event: event.slug, id: accepted.value.meetingId });
    expect(await reason(sendRequest(asked.actor, input({ organisation: asker.organisation.slug })))).toBe("ok");
  });

  test("whom the moderators have paired need not ask", async () => {
    await createMeeting(stage.asker, stage.asked);
    expect(await reason(sendRequest(stage.asker.actor, input()))).toBe("already_agreed");
  });

  test("do not ask while one blocks the other, and nobody learns who blocks them", async () => {
    const { event, asker, asked } = stage;
    const toAsker = input({ organisation: asker.organisation.slug });
    await blockOrganisation(asked.actor, { event: event.slug, organisation: asker.organisation.slug });
    expect(await reason(sendRequest(asker.actor, input()))).toBe("not_available");
    expect(await reason(sendRequest(asked.actor, toAsker))).toBe("blocked_by_you");
    await unblockOrganisation(asked.actor, { event: event.slug, organisation: asker.organisation.slug });
    expect(await reason(sendRequest(asker.actor, input()))).toBe("ok");
  });
});

describe("the quota", () => {
  test("counts open requests that were sent, of this event alone", async () => {
    const { programme, event, asker } = stage;
    const elsewhere = await createEvent({ programmeId: programme.id });
    const both = await createParticipant(event, "DE");
    await createRegistration({ eventId: elsewhere.id, organisationId: both.organisation.id, userId: both.actor.userId });
    const there = await createRegistration({ eventId: elsewhere.id, organisationId: asker.organisation.id, userId: asker.actor.userId });
    await createRequest(asker, both, { eventId: elsewhere.id, requesterPersonId: there.id });
    await createRequest(await createParticipant(event, "DE"), asker);
    const others = [await createParticipant(event, "DE"), await createParticipant(event, "DE")];
    await createRequest(asker, both, { state: "declined", answeredAt: new Date() });

    const first = await sent();
    expect(await reason(sendRequest(asker.actor, input({ organisation: others[0]?.organisation.slug ?? "" })))).toBe("ok");
    const third = input({ organisation: others[1]?.organisation.slug ?? "" });
    expect(await reason(sendRequest(asker.actor, third))).toBe("quota_reached");
    await withdrawRequest(asker.actor, { event: event.slug, id: first });
    expect(await reason(sendRequest(asker.actor, third))).toBe("ok");
  });
});

test("nobody asks without end", async () => {
  const { points } = limits.request;
  for (let count = 0; count < points; count += 1) await takePoint("request", stage.asker.actor.userId);
  expect(await reason(sendRequest(stage.asker.actor, input()))).toBe("too_many_attempts");
});

test("nobody asks after the event", async () => {
  await db.event.update({ where: { id: stage.event.id }, data: { startsAt: new Date("2020-01-01"), endsAt: new Date("2020-01-02") } });
  expect(await reason(sendRequest(stage.asker.actor, input()))).toBe("event_over");
});
