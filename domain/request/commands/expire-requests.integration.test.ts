import { beforeEach, describe, expect, test } from "vitest";
import { addDays, addMinutes } from "@/domain/time";
import { db } from "@/prisma/client";
import { createParticipant, createRegistration, createRequest } from "@/prisma/factories/meeting";
import { createMember } from "@/prisma/factories/organisation";
import { createEvent, createProgramme } from "@/prisma/factories/programme";
import { expireRequests, remindExpiring } from "./expire-requests";

const now = new Date("2027-03-01T10:00:00Z");

async function prepare() {
  await db.meetingRequest.deleteMany();
  await db.mail.deleteMany();
  const programme = await createProgramme();
  const event = await createEvent({ programmeId: programme.id });
  const asker = await createParticipant(event, "PL");
  const asked = await createParticipant(event, "DE");
  const ask = async (expiresAt: Date, createdAt: Date = addDays(expiresAt, -7)) =>
    createRequest(asker, await createParticipant(event, "DE"), { expiresAt, createdAt });
  return { event, asker, asked, ask };
}

let stage: Awaited<ReturnType<typeof prepare>>;
beforeEach(async () => {
  stage = await prepare();
});

describe("expire", () => {
  test("ends what is over, to the millisecond, and nothing else", async () => {
    const over = await stage.ask(now);
    const open = await stage.ask(new Date(now.getTime() + 1));
    const answered = await createRequest(stage.asker, stage.asked, { expiresAt: addDays(now, -1), state: "declined", answeredAt: now });
    expect(await expireRequests(now)).toBe(1);
    const states = await db.meetingRequest.findMany({ where: { id: { in: [over.id, open.id, answered.id] } }, orderBy: { id: "asc" }, select: { state: true } });
    expect(states.map(({ state }) => state)).toEqual(["expired", "pending", "declined"]);
  });

  test("tells the asker once, and the log names no person", async () => {
    const { id } = await stage.ask(addMinutes(now, -1));
    expect([await expireRequests(now), await expireRequests(now)]).toEqual([1, 0]);
    const mails = await db.mail.findMany({ where: { key: { contains: id } } });
    expect(mails.map(({ kind, to }) => ({ kind, to }))).toEqual([{ kind: "request_expired", to: stage.asker.registration.email }]);
    const log = await db.auditEntry.findMany({ where: { objectId: id } });
    expect(log.map(({ action, actorId, organisationId }) => ({ action, actorId, organisationId }))).toEqual([
      { action: "request.expire", actorId: null, organisationId: null },
    ]);
  });

  test("leaves a row to whoever is answering it, and takes it in the next run", async () => {
    const { id } = await stage.ask(addMinutes(now, -1));
    await db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "MeetingRequest" WHERE "id" = ${id}::uuid FOR UPDATE`;
      expect(await expireRequests(now)).toBe(0);
    });
    expect(await expireRequests(now)).toBe(1);
  });

  test("goes in batches", async () => {
    for (const minutes of [1, 2, 3]) await stage.ask(addMinutes(now, -minutes));
    expect([await expireRequests(now, 2), await expireRequests(now, 2), await expireRequests(now, 2)]).toEqual([2, 1, 0]);
  });
});

describe("remind", () => {
  test("those who have not answered, two days before the end, once", async () => {
    const { event, asker, asked } = stage;
    const member = await createMember(asked.organisation.id);
    await createRegistration({ eventId: event.id, organisationId: asked.organisation.id, userId: member.userId, email: "second@mail.example", locale: "pl" });
    const request = await createRequest(asker, asked, { createdAt: addDays(now, -5), expiresAt: addDays(now, 2) });
    await stage.ask(addMinutes(addDays(now, 2), 1));
    await stage.ask(addDays(now, -1));
    expect([await remindExpiring(now), await remindExpiring(addMinutes(now, 5))]).toEqual([1, 2]);
    const mails = await db.mail.findMany({ where: { key: { contains: request.id } }, orderBy: { to: "asc" } });
    const params = { timeZone: "Europe/Berlin", partner: asker.organisation.name, path: `/events/${event.slug}/requests/${request.id}`, expiresAt: "2027-03-03T10:00:00.000Z" };
    expect(mails.map(({ kind, to, locale, params }) => ({ kind, to, locale, params }))).toEqual([
      { kind: "request_expiring", to: "participant@mail.example", locale: "en", params: { ...params, event: "Event (en)" } },
      { kind: "request_expiring", to: "second@mail.example", locale: "pl", params: { ...params, event: "Event (pl)" } },
    ]);
  });

  test("not of a request that never had longer", async () => {
    await stage.ask(addDays(now, 1), addDays(now, -1));
    expect(await remindExpiring(now)).toBe(0);
    expect(await db.mail.count()).toBe(0);
  });
});
