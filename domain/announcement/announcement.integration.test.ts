import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { type Actor, visitor } from "@/domain/actor";
import type { Locale } from "@/domain/input";
import { limits } from "@/domain/limit/rules";
import { claimMail } from "@/domain/mail/commands";
import type { MailState } from "@/domain/mail/schema";
import { resendDead, resendMail } from "@/domain/outbox/commands/resend-mails";
import { NotFound, SignedOut } from "@/domain/result";
import { refreshMail } from "@/domain/schedule/queries/refresh-mail";
import { db } from "@/prisma/client";
import { createMeeting, createParticipant, createRequest } from "@/prisma/factories/meeting";
import { createMember } from "@/prisma/factories/organisation";
import { createStaff } from "@/prisma/factories/people";
import { createEvent, createProgramme } from "@/prisma/factories/programme";
import { sendAnnouncement, stopAnnouncement, tryAnnouncement, writeAnnouncements } from "./commands";
import { getAnnouncedEvent, getAnnouncement, getAudience, listAnnouncements } from "./queries";
import { type AnnouncementInput, type AudienceGroup, announcementSchema, audienceGroups } from "./schema";

async function prepare() {
  await db.announcement.deleteMany();
  await db.mail.deleteMany();
  const programme = await createProgramme();
  const event = await createEvent({ programmeId: programme.id });
  const [anna, jan, uwe, ola] = [await createParticipant(event, "PL"), await createParticipant(event, "PL"), await createParticipant(event, "DE"), await createParticipant(event, "DE")];
  const speak = (one: typeof anna, locale: Locale, email: string) => db.registration.update({ where: { id: one.registration.id }, data: { locale, email } });
  await speak(anna, "pl", "anna@mail.example");
  await speak(jan, "pl", "jan@mail.example");
  await speak(uwe, "de", "uwe@mail.example");
  await speak(ola, "en", "ola@mail.example");
  return { programme, event, anna, jan, uwe, ola, moderator: await createStaff("moderator", programme.id, event.id), other: await createStaff("moderator", programme.id, (await createEvent({ programmeId: programme.id })).id) };
}

let world: Awaited<ReturnType<typeof prepare>>;
beforeEach(async () => {
  world = await prepare();
});

const input = (changes: Record<string, unknown> = {}): AnnouncementInput => announcementSchema.parse({
  event: world.event.slug, key: randomUUID(), intent: "send", groups: ["everyone"], subject_en: "News for {person}", body_en: "{organisation} at {event}\n\n{button}", subject_pl: "Nowiny", body_pl: "Dzień dobry", ...changes,
});
async function send(form = input()): Promise<string> {
  const result = await sendAnnouncement(world.moderator, form);
  if (!result.ok) throw new Error(result.reason);
  return result.value.id;
}
const writeAll = async () => {
  while (await writeAnnouncements());
};
const mails = async () => (await db.mail.findMany({ where: { kind: "announcement" }, orderBy: [{ to: "asc" }, { createdAt: "asc" }] })).map(({ to, locale, state }) => `${to} ${locale} ${state}`);
const progress = async (id: string) => (await getAnnouncement(world.moderator, { event: world.event.slug, id }, "en")).progress;
const counts = async (groups: AudienceGroup[], limit = {}) => (await getAudience(world.moderator, world.event.slug, { groups, countries: [], locales: [], ...limit }, "en")).counts;

describe("whom it reaches", () => {
  test("by group, country and language; several groups together are each once", async () => {
    const { anna, jan, uwe, ola } = world;
    await db.registration.update({ where: { id: ola.registration.id }, data: { state: "waiting" } });
    await createMeeting(anna, uwe);
    await createRequest(uwe, jan);
    await db.organisationText.deleteMany({ where: { organisationId: { in: [jan.organisation.id, uwe.organisation.id] } } });
    await db.organisationText.createMany({ data: [{ organisationId: anna.organisation.id, locale: "en", description: "We build." }], skipDuplicates: true });
    expect(await counts(["everyone"])).toEqual({ pl: 2, de: 1, en: 1 });
    expect(await counts(["approved"])).toEqual({ pl: 2, de: 1, en: 0 });
    expect(await counts(["waiting"])).toEqual({ pl: 0, de: 0, en: 1 });
    expect(await counts(["no_profile"])).toEqual({ pl: 1, de: 1, en: 0 });
    expect(await counts(["no_meeting"])).toEqual({ pl: 1, de: 0, en: 0 });
    expect(await counts(["unanswered"])).toEqual({ pl: 1, de: 0, en: 0 });
    expect(await counts(["scheduled"])).toEqual({ pl: 0, de: 0, en: 0 });
    expect(await counts(["here"])).toEqual({ pl: 0, de: 0, en: 0 });
    await db.attendance.createMany({ data: [{ registrationId: uwe.registration.id, state: "here", arrivedAt: new Date() }, { registrationId: anna.registration.id, state: "left", arrivedAt: new Date() }] });
    expect(await counts(["here"])).toEqual({ pl: 0, de: 1, en: 0 });
    expect(await counts(["waiting", "unanswered", "approved"])).toEqual({ pl: 2, de: 1, en: 1 });
    expect(await counts(["everyone"], { countries: ["DE"] })).toEqual({ pl: 0, de: 1, en: 1 });
    expect(await counts(["everyone"], { locales: ["pl", "en"] })).toEqual({ pl: 2, de: 0, en: 1 });
    expect(await counts([])).toBeNull();
  });

  test("nobody who has left the organisation, and among the approved no organisation that is not admitted", async () => {
    const { anna, jan } = world;
    await createMember(anna.organisation.id);
    await db.membership.deleteMany({ where: { userId: anna.actor.userId } });
    await db.admission.updateMany({ where: { organisationId: jan.organisation.id }, data: { state: "pending", decidedAt: null } });
    expect(await counts(["everyone"])).toEqual({ pl: 1, de: 1, en: 1 });
    for (const group of ["approved", "no_meeting"] as const) expect(await counts([group])).toEqual({ pl: 0, de: 1, en: 1 });
    await send();
    await writeAll();
    expect(await mails()).toEqual(["jan@mail.example pl queued", "ola@mail.example en queued", "uwe@mail.example en queued"]);
  });

  test("each address once, and nobody who has cancelled, was refused, or takes part elsewhere", async () => {
    const { anna, jan, uwe, programme } = world;
    await createParticipant(await createEvent({ programmeId: programme.id }), "PL");
    await db.registration.update({ where: { id: jan.registration.id }, data: { email: "anna@mail.example" } });
    await db.registration.update({ where: { id: uwe.registration.id }, data: { state: "cancelled" } });
    await send(input({ groups: [...audienceGroups] }));
    await writeAll();
    expect(await mails()).toEqual(["anna@mail.example pl queued", "ola@mail.example en queued"]);
    await db.registration.update({ where: { id: anna.registration.id }, data: { state: "refused" } });
    expect(await counts(["everyone"])).toEqual({ pl: 1, de: 0, en: 1 });
  });
});

describe("sending", () => {
  test("each reads the own language, or where there is no text the English one, with names of the own", async () => {
    const id = await send();
    expect(await progress(id)).toEqual({ total: 4, waiting: 4, sent: 0, failed: 0, unwanted: 0, unsent: 0 });
    await writeAll();
    expect(await mails()).toEqual(["anna@mail.example pl queued", "jan@mail.example pl queued", "ola@mail.example en queued", "uwe@mail.example en queued"]);
    const uwes = await db.mail.findFirstOrThrow({ where: { to: "uwe@mail.example" } });
    expect(uwes).toMatchObject({ programmeId: world.programme.id, eventId: world.event.id, params: { subject: "News for {person}", organisation: world.uwe.organisation.name, event: "Event (en)", path: `/events/${world.event.slug}` } });
    expect(await db.auditEntry.findMany({ where: { objectId: id }, select: { action: true, details: true } })).toEqual([{ action: "announcement.send", details: { groups: ["everyone"], countries: [], locales: [], recipients: 4 } }]);
  });

  test("the same form is one announcement, however often and at once it is sent", async () => {
    const form = input();
    const answers = await Promise.all(Array.from({ length: 10 }, () => sendAnnouncement(world.moderator, form)));
    expect(answers).toEqual(Array.from({ length: 10 }, () => ({ ok: true, value: { id: form.key } })));
    await Promise.all([writeAnnouncements(), writeAnnouncements(), writeAnnouncements()]);
    await writeAll();
    expect(await mails()).toHaveLength(4);
    expect(await db.auditEntry.count({ where: { objectId: form.key } })).toBe(1);
  });

  test("the same form with another text or to others is refused, and nothing of that is sent", async () => {
    const form = input({ groups: ["approved", "everyone"] });
    const same = input({ key: form.key, groups: ["everyone", "approved"] });
    const changed = [{ body_en: "Another" }, { subject_pl: undefined, body_pl: undefined }, { groups: ["everyone"] }, { countries: ["PL"] }, { locales: ["en"] }].map((change) => ({ ...form, ...change }));
    const [first, ...answers] = await Promise.all([form, same].map((one) => sendAnnouncement(world.moderator, one)));
    expect([first, ...answers]).toEqual([{ ok: true, value: { id: form.key } }, { ok: true, value: { id: form.key } }]);
    for (const one of changed) expect(await sendAnnouncement(world.moderator, announcementSchema.parse(one))).toEqual({ ok: false, reason: "already_sent" });
    expect([await db.announcement.count(), (await db.announcementText.findMany({ where: { locale: "en" } })).map(({ body }) => body)]).toEqual([1, [form.body_en]]);
    const rivals = [input({ body_en: "One" }), input({ body_en: "Two" })].map((one) => ({ ...one, key: same.key.replace(/^.{8}/, "00000000") }));
    const raced = await Promise.all(rivals.map((one) => sendAnnouncement(world.moderator, one)));
    expect(raced.map((answer) => (answer.ok ? "sent" : answer.reason)).toSorted()).toEqual(["already_sent", "sent"]);
  });

  test("to nobody is refused and leaves nothing", async () => {
    expect(await sendAnnouncement(world.moderator, input({ groups: ["waiting"] }))).toEqual({ ok: false, reason: "nobody_chosen" });
    expect([await db.announcement.count(), await writeAnnouncements()]).toEqual([0, false]);
  });

  test("whoever cancels before the mail is written gets none", async () => {
    const id = await send();
    await db.registration.update({ where: { id: world.uwe.registration.id }, data: { state: "cancelled" } });
    await writeAll();
    expect(await mails()).toHaveLength(3);
    expect(await progress(id)).toMatchObject({ total: 4, waiting: 3, unsent: 1 });
  });

  test("is done in batches, and counts what became of each", async () => {
    const id = await send();
    await writeAll();
    const states = { "anna@mail.example": "sent", "jan@mail.example": "dead", "ola@mail.example": "unwanted", "uwe@mail.example": "suppressed" } as const;
    for (const [to, state] of Object.entries(states)) await db.mail.updateMany({ where: { to }, data: { state } });
    expect(await progress(id)).toEqual({ total: 4, waiting: 0, sent: 1, failed: 2, unwanted: 1, unsent: 0 });
    const { announcements } = await listAnnouncements(world.moderator, world.event.slug, "de");
    expect(announcements).toMatchObject([{ id, isStopped: false, subject: "News for {person}", subjectLocale: "en", progress: { sent: 1 } }]);
  });

  test("is not done in bulk", async () => {
    const answers = [];
    for (let count = 0; count <= limits.announcement.points; count += 1) answers.push(await sendAnnouncement(world.moderator, input()));
    expect(answers.at(-1)).toEqual({ ok: false, reason: "too_many_attempts" });
    expect(await db.announcement.count()).toBe(limits.announcement.points);
  });
});

describe("stopping", () => {
  test("what is not written is not written, what waits is not sent, what is out is out; twice is once", async () => {
    const id = await send();
    await writeAll();
    await db.mail.updateMany({ where: { to: "anna@mail.example" }, data: { state: "sent" } });
    await db.mail.updateMany({ where: { to: "jan@mail.example" }, data: { state: "failed" } });
    const second = await send();
    const key = { event: world.event.slug, id };
    expect([await stopAnnouncement(world.moderator, key), await stopAnnouncement(world.moderator, key)]).toEqual([{ ok: true, value: { id } }, { ok: true, value: { id } }]);
    expect(await mails()).toEqual(["anna@mail.example pl sent", "jan@mail.example pl outdated", "ola@mail.example en outdated", "uwe@mail.example en outdated"]);
    expect(await progress(id)).toEqual({ total: 4, waiting: 0, sent: 1, failed: 0, unwanted: 0, unsent: 3 });
    await stopAnnouncement(world.moderator, { event: world.event.slug, id: second });
    await writeAll();
    expect(await progress(second)).toEqual({ total: 4, waiting: 0, sent: 0, failed: 0, unwanted: 0, unsent: 4 });
    expect(await db.auditEntry.findMany({ where: { objectId: id, action: "announcement.stop" }, select: { details: true } })).toEqual([{ details: { stopped: 3 } }]);
  });

  test("what the mail server puts off or refuses meanwhile, and what staff sends again, is not sent", async () => {
    const id = await send();
    await writeAll();
    const key = { event: world.event.slug, id };
    const mailTo = (to: string) => db.mail.findFirstOrThrow({ where: { kind: "announcement", to } });
    const setState = (to: string, state: MailState) => db.mail.updateMany({ where: { to }, data: { state } });
    const anna = await mailTo("anna@mail.example");
    const claimed = await claimMail(anna.id);
    if (!claimed) throw new Error("nothing to claim");
    expect(await refreshMail(claimed)).toEqual(claimed);
    await setState("jan@mail.example", "dead");
    await setState("ola@mail.example", "sent");
    await setState("uwe@mail.example", "unwanted");
    const ola = await mailTo("ola@mail.example");
    const again = { event: key.event, id: ola.id, key: randomUUID(), seen: "sent" } as const;
    expect(await resendMail(world.moderator, again)).toEqual({ ok: true, value: { id: ola.id } });
    await stopAnnouncement(world.moderator, key);
    expect(await mails()).toEqual(["anna@mail.example pl sending", "jan@mail.example pl outdated", "ola@mail.example en sent", "ola@mail.example en outdated", "uwe@mail.example en outdated"]);
    expect(await refreshMail(claimed)).toBe("outdated");
    await setState("anna@mail.example", "dead");
    expect(await resendMail(world.moderator, { ...again, key: randomUUID() })).toEqual({ ok: false, reason: "mail_stopped" });
    expect(await resendMail(world.moderator, { ...again, id: anna.id, seen: "dead" })).toEqual({ ok: false, reason: "mail_stopped" });
    expect(await resendDead(world.moderator, { event: key.event })).toEqual({ ok: true, value: { count: 0 } });
  });

  test("while the worker writes: every mail that was written meanwhile is stopped, too", async () => {
    const ids = await Promise.all(Array.from({ length: 10 }, () => send()));
    await Promise.all(ids.flatMap((id) => [writeAnnouncements(), stopAnnouncement(world.moderator, { event: world.event.slug, id }), writeAnnouncements()]));
    await writeAll();
    expect(await db.mail.count({ where: { kind: "announcement", state: { not: "outdated" } } })).toBe(0);
    for (const id of ids) expect(await progress(id)).toMatchObject({ waiting: 0, unsent: 4 });
  });
});

test("belongs to the event's staff alone", async () => {
  const id = await send();
  const key = { event: world.event.slug, id };
  const { moderator, other, anna } = world;
  const everything: ((actor: Actor) => Promise<unknown>)[] = [
    (actor) => getAnnouncement(actor, key, "en"),
    (actor) => listAnnouncements(actor, key.event, "en"),
    (actor) => getAudience(actor, key.event, { groups: ["everyone"], countries: [], locales: [] }, "en"),
    (actor) => getAnnouncedEvent(actor, key.event),
    (actor) => sendAnnouncement(actor, input()),
    (actor) => tryAnnouncement(actor, input(), { person: "Anna", organisation: "Hafen" }),
    (actor) => stopAnnouncement(actor, key),
  ];
  for (const ask of everything) {
    for (const actor of [other, anna.actor]) await expect(ask(actor)).rejects.toThrow(NotFound);
    await expect(ask(visitor)).rejects.toThrow(SignedOut);
  }
  expect([await db.announcement.count({ where: { stoppedAt: null } }), await db.mail.count()]).toEqual([1, 0]);
  const foreign = await createEvent({ programmeId: world.programme.id });
  const otherStaff = await createStaff("organiser", world.programme.id);
  await expect(stopAnnouncement(otherStaff, { event: foreign.slug, id })).rejects.toThrow(NotFound);
  expect(await tryAnnouncement(moderator, input(), { person: "Anna", organisation: "Hafen" })).toEqual({ ok: true, value: { to: moderator.email } });
  expect((await db.mail.findMany({ where: { kind: "announcement_trial" }, orderBy: { locale: "asc" } })).map(({ to, locale }) => [to, locale])).toEqual([[moderator.email, "en"], [moderator.email, "pl"]]);
});

test.each([
  [{ subject_pl: undefined, body_pl: "Dzień dobry" }, { subject_pl: "half_written" }],
  [{ subject_en: undefined, body_en: undefined, subject_pl: undefined, body_pl: undefined }, { subject_en: "nothing_written" }],
  [{ body_pl: "{reason}" }, { body_pl: "placeholder_unknown:reason" }],
  [{ body_en: "Press {button}" }, { body_en: "placeholder_alone:button" }],
])("a form that is not right says so at its field: %o", (changes, problems) => {
  const { error } = announcementSchema.safeParse({ ...input(), ...changes });
  expect(Object.fromEntries((error?.issues ?? []).map(({ path, message }) => [path.join(), message]))).toEqual(problems);
});
