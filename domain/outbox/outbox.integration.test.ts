import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { type Actor, visitor } from "@/domain/actor";
import type { MailKind } from "@/domain/mail/schema";
import { NotFound, SignedOut } from "@/domain/result";
import { db } from "@/prisma/client";
import { createParticipant } from "@/prisma/factories/meeting";
import { createStaff } from "@/prisma/factories/people";
import { createEvent, createProgramme } from "@/prisma/factories/programme";
import type { Prisma } from "@/prisma/generated/client";
import { resendDead, resendMail } from "./commands/resend-mails";
import { getMail } from "./queries/get-mail";
import { listMails } from "./queries/list-mails";
import { outboxFiltersSchema } from "./schema";

type Event = Awaited<ReturnType<typeof createEvent>>;

function createMail(whose: { id: string | null; programmeId: string | null }, data: Partial<Prisma.MailUncheckedCreateInput> & { kind?: MailKind } = {}) {
  return db.mail.create({
    data: {
      key: randomUUID(), kind: "request_accepted", to: "anna@mail.example", locale: "pl", programmeId: whose.programmeId, eventId: whose.id,
      params: { event: "Event", timeZone: "Europe/Berlin", partner: "Hafen", path: "/events/x/requests/1" }, ...data,
    },
  });
}

async function prepare() {
  await db.mail.deleteMany();
  const programme = await createProgramme();
  const elsewhere = await createProgramme();
  const event = await createEvent({ programmeId: programme.id });
  const otherEvent = await createEvent({ programmeId: programme.id });
  const foreignEvent = await createEvent({ programmeId: elsewhere.id });
  const participant = await createParticipant(event, "DE");
  return {
    programme, event, otherEvent, foreignEvent, participant,
    organiser: await createStaff("organiser", programme.id),
    moderator: await createStaff("moderator", programme.id),
    eventModerator: await createStaff("moderator", programme.id, event.id),
    eventOrganiser: await createStaff("organiser", programme.id, event.id),
    otherOrganiser: await createStaff("organiser", elsewhere.id),
  };
}

let world: Awaited<ReturnType<typeof prepare>>;
beforeEach(async () => {
  world = await prepare();
});

const everything = outboxFiltersSchema.parse({});
const idsOf = async (actor: Actor, event?: Event) =>
  (await listMails(actor, { event: event?.slug }, everything, "en")).entries.map(({ id }) => id).toSorted();
const stored = (id: string) => db.mail.findUniqueOrThrow({ where: { id } });
const entries = (id: string) => db.auditEntry.count({ where: { action: "mail.resend", objectId: id } });

describe("who sees which mails", () => {
  test("organisers those of their programme, an event's moderators those of the event, nobody what is between the portal and a person", async () => {
    const { event, otherEvent, foreignEvent, programme, participant } = world;
    const [own, other, foreign] = [await createMail(event), await createMail(otherEvent), await createMail(foreignEvent)];
    const ofProgramme = await createMail({ id: null, programmeId: programme.id }, { kind: "organisation_refused" });
    const personal = await createMail({ id: null, programmeId: null }, { kind: "membership_declined" });
    expect(await idsOf(world.organiser)).toEqual([own.id, other.id, ofProgramme.id].toSorted());
    expect(await idsOf(world.otherOrganiser)).toEqual([foreign.id]);
    for (const actor of [world.organiser, world.moderator, world.eventModerator, world.eventOrganiser]) expect(await idsOf(actor, event)).toEqual([own.id]);
    for (const actor of [world.moderator, world.eventModerator, world.eventOrganiser, participant.actor]) await expect(idsOf(actor)).rejects.toThrow(NotFound);
    for (const actor of [world.otherOrganiser, participant.actor]) await expect(idsOf(actor, event)).rejects.toThrow(NotFound);
    await expect(idsOf(world.eventModerator, otherEvent)).rejects.toThrow(NotFound);
    await expect(idsOf(visitor)).rejects.toThrow(SignedOut);
    await expect(idsOf(visitor, event)).rejects.toThrow(SignedOut);
    for (const { id } of [other, foreign, ofProgramme, personal]) await expect(getMail(world.eventModerator, { event: event.slug, id }, "en")).rejects.toThrow(NotFound);
    for (const { id } of [foreign, personal]) await expect(getMail(world.organiser, { id }, "en")).rejects.toThrow(NotFound);
    await expect(getMail(visitor, { id: own.id }, "en")).rejects.toThrow(SignedOut);
  });

  test("newest first, filtered by state, kind and a part of the address, with numbers for every state", async () => {
    const { event, organiser } = world;
    const early = await createMail(event, { createdAt: new Date("2026-01-01T00:00:00Z"), state: "dead", error: "RCPT TO: 550 no such user" });
    const late = await createMail(event, { to: "bea@mail.example", kind: "event_open" });
    const list = async (query: Record<string, string>) => {
      const { entries: found, counts } = await listMails(organiser, {}, outboxFiltersSchema.parse(query), "de");
      return [found.map(({ id }) => id), counts.queued, counts.dead];
    };
    expect(await list({})).toEqual([[late.id, early.id], 1, 1]);
    expect(await list({ state: "dead" })).toEqual([[early.id], 1, 1]);
    expect(await list({ kind: "event_open" })).toEqual([[late.id], 1, 0]);
    expect(await list({ to: "ANNA" })).toEqual([[early.id], 0, 1]);
    const { entries: [first] } = await listMails(organiser, {}, outboxFiltersSchema.parse({ state: "dead" }), "de");
    expect(first).toMatchObject({ error: "RCPT TO: 550 no such user", event: { slug: event.slug, title: "Event (de)" }, timeZone: "Europe/Berlin" });
  });

  test("pages of twenty-five", async () => {
    for (let count = 0; count < 26; count += 1) await createMail(world.event);
    const first = await listMails(world.organiser, {}, everything, "en");
    const second = await listMails(world.organiser, {}, { ...everything, page: 2 }, "en");
    expect([first.entries.length, second.entries.length, first.pages]).toEqual([25, 1, 2]);
  });

  test("what a mail says, but for links that are the recipient's alone", async () => {
    const { event, organiser } = world;
    const open = await createMail(event);
    expect((await getMail(organiser, { id: open.id }, "en")).content).toEqual({ kind: "request_accepted", locale: "pl", params: open.params, wording: null, country: null });
    for (const kind of ["event_interest", "event_link"] as const) {
      const sealed = await createMail(event, { kind, params: { token: "very-secret", url: "very-secret" } });
      const shown = await getMail(organiser, { id: sealed.id }, "en");
      expect(shown.content).toBeNull();
      expect(JSON.stringify([shown, await listMails(organiser, {}, everything, "en")])).not.toContain("very-secret");
    }
  });
});

describe("send again", () => {
  test.each(["failed", "dead"] as const)("what is %s is due at once as the same mail, once", async (state) => {
    const { event, eventModerator } = world;
    const later = new Date(Date.now() + 3_600_000);
    const { id, key } = await createMail(event, { state, attempts: 20, error: "no", nextAttemptAt: later });
    const input = { event: event.slug, id, key: randomUUID(), seen: state };
    expect(await resendMail(eventModerator, input)).toEqual({ ok: true, value: { id } });
    expect(await stored(id)).toMatchObject({ key, state: "queued", attempts: 0, error: null });
    expect((await stored(id)).nextAttemptAt.getTime()).toBeLessThan(later.getTime());
    await db.mail.update({ where: { id }, data: { state: "sent" } });
    expect(await resendMail(eventModerator, input)).toEqual({ ok: true, value: { id } });
    expect(await stored(id)).toMatchObject({ state: "sent" });
    expect([await db.mail.count(), await entries(id)]).toEqual([1, 1]);
  });

  test("what was sent goes out as a new mail of the same words, once for each page that asked", async () => {
    const { event, organiser } = world;
    const { id, params } = await createMail(event, { state: "sent", sentAt: new Date(), attempts: 1 });
    const input = { id, key: randomUUID(), seen: "sent" as const };
    await Promise.all([resendMail(organiser, input), resendMail(organiser, input)]);
    const [first, second, ...others] = await db.mail.findMany({ orderBy: { createdAt: "asc" } });
    expect([first?.state, others]).toEqual(["sent", []]);
    expect(second).toMatchObject({ kind: "request_accepted", to: "anna@mail.example", locale: "pl", params, state: "queued", programmeId: event.programmeId, eventId: event.id });
    expect(second?.key).not.toBe(first?.key);
    await resendMail(organiser, { ...input, key: randomUUID() });
    expect([await db.mail.count(), await entries(id)]).toEqual([3, 2]);
  });

  test("what is under way is left alone", async () => {
    const { id } = await createMail(world.event, { state: "sending", attempts: 3 });
    expect(await resendMail(world.organiser, { id, key: randomUUID(), seen: "dead" })).toEqual({ ok: true, value: { id } });
    expect([(await stored(id)).attempts, await entries(id)]).toEqual([3, 0]);
  });

  test("a calendar that has been told is not told twice", async () => {
    const { id } = await createMail(world.event, { kind: "calendar_meeting_off", state: "sent" });
    expect(await resendMail(world.organiser, { id, key: randomUUID(), seen: "sent" })).toEqual({ ok: false, reason: "mail_of_calendar" });
    expect(await db.mail.count()).toBe(1);
  });

  test("a secret is never sent again", async () => {
    const { id } = await createMail(world.event, { kind: "event_interest", state: "dead", params: {} });
    expect(await resendMail(world.organiser, { id, key: randomUUID(), seen: "dead" })).toEqual({ ok: false, reason: "mail_secret" });
    expect(await resendDead(world.organiser, {})).toEqual({ ok: true, value: { count: 0 } });
    expect((await stored(id)).state).toBe("dead");
  });

  test("the link to the meeting goes to those alone whose link it is", async () => {
    const { event, organiser, participant } = world;
    const { email } = await db.registration.update({ where: { id: participant.registration.id }, data: { email: "part@mail.example" } });
    const link = (to: string, url: string) => createMail(event, { kind: "event_link", to, state: "dead", params: { event: "Event", startsAt: "2027-03-18T12:00:00Z", timeZone: "Europe/Berlin", person: "Alex", url } });
    const url = event.meetingUrl ?? "";
    const right = await link(email ?? "", url);
    const wrong = [await link(email ?? "", "https://zoom.example/old"), await link("gone@mail.example", url)];
    for (const { id } of wrong) expect(await resendMail(organiser, { id, key: randomUUID(), seen: "dead" })).toEqual({ ok: false, reason: "mail_outdated" });
    expect(await resendDead(organiser, {})).toEqual({ ok: true, value: { count: 1 } });
    expect((await stored(right.id)).state).toBe("queued");
    await db.registration.update({ where: { id: participant.registration.id }, data: { state: "cancelled" } });
    await db.mail.update({ where: { id: right.id }, data: { state: "sent" } });
    expect(await resendMail(organiser, { id: right.id, key: randomUUID(), seen: "sent" })).toEqual({ ok: false, reason: "mail_outdated" });
  });

  test("all that were given up, of this outbox alone, each with its entry in the log", async () => {
    const { event, otherEvent, foreignEvent, eventModerator, organiser } = world;
    const [own, other, foreign] = await Promise.all([event, otherEvent, foreignEvent].map((one) => createMail(one, { state: "dead", attempts: 20 })));
    const waiting = await createMail(event, { state: "failed", attempts: 4 });
    expect(await resendDead(eventModerator, { event: event.slug })).toEqual({ ok: true, value: { count: 1 } });
    expect(await resendDead(organiser, {})).toEqual({ ok: true, value: { count: 1 } });
    expect(await resendDead(organiser, {})).toEqual({ ok: true, value: { count: 0 } });
    expect((await Promise.all([own, other, foreign, waiting].map((mail) => stored(mail?.id ?? "")))).map(({ state }) => state)).toEqual(["queued", "queued", "dead", "failed"]);
    expect(await Promise.all([own, other, foreign].map((mail) => entries(mail?.id ?? "")))).toEqual([1, 1, 0]);
  });
});
