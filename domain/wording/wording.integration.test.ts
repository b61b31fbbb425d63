import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { type Actor, visitor } from "@/domain/actor";
import { limits } from "@/domain/limit/rules";
import { claimMail, enqueueMail } from "@/domain/mail/commands";
import { NotFound, SignedOut } from "@/domain/result";
import { db } from "@/prisma/client";
import { createStaff } from "@/prisma/factories/people";
import { createEvent, createProgramme } from "@/prisma/factories/programme";
import { resetWording, saveWording, tryWording } from "./commands";
import { getWording, listWordings } from "./queries";
import type { WordingInput } from "./schema";

async function prepare() {
  await db.mail.deleteMany();
  const programme = await createProgramme();
  return {
    programme,
    organiser: await createStaff("organiser", programme.id),
    second: await createStaff("organiser", programme.id),
    moderator: await createStaff("moderator", programme.id),
    stranger: await createStaff("organiser", (await createProgramme()).id),
  };
}

let world: Awaited<ReturnType<typeof prepare>>;
beforeEach(async () => {
  world = await prepare();
});

const place = () => ({ programme: world.programme.slug, kind: "request_accepted", locale: "de" }) as const;
const input = (changes: Partial<WordingInput> = {}): WordingInput => ({ ...place(), intent: "save", key: randomUUID(), subject: "Ja!", body: "{button}", ...changes });
const revision = async () => (await getWording(world.organiser, place())).stored?.revision;
const texts = async () => (await listWordings(world.organiser, world.programme.slug)).map(({ kind, locale, subject }) => `${kind} ${locale} ${subject}`);
const audits = async () => (await db.auditEntry.findMany({ where: { programmeId: world.programme.id }, orderBy: { id: "asc" } })).map(({ action, details }) => [action, details]);
const saved = { ok: true, value: { kind: "request_accepted" } };
const example = { programme: "Programme", title: "Event", slug: "event", startsAt: "2027-03-18T12:00:00Z", timeZone: "Europe/Berlin" };
const overtaken = { ok: false, reason: "changed_meanwhile" };

describe("a text", () => {
  test("is stored, changed and deleted, each with its entry in the log, which repeats no words", async () => {
    expect(await saveWording(world.organiser, input())).toEqual(saved);
    expect(await saveWording(world.organiser, input({ seen: await revision(), subject: "Sehr gern" }))).toEqual(saved);
    expect(await texts()).toEqual(["request_accepted de Sehr gern"]);
    expect(await resetWording(world.organiser, { ...place(), seen: (await revision()) ?? "" })).toEqual(saved);
    expect(await texts()).toEqual([]);
    const details = { kind: "request_accepted", locale: "de" };
    expect(await audits()).toEqual([["wording.save", details], ["wording.save", details], ["wording.reset", details]]);
  });

  test("sent twice is stored once, and deleted twice is deleted once", async () => {
    const first = input();
    expect([await saveWording(world.organiser, first), await saveWording(world.organiser, first)]).toEqual([saved, saved]);
    const change = input({ seen: await revision(), subject: "Gern" });
    expect([await saveWording(world.organiser, change), await saveWording(world.organiser, change)]).toEqual([saved, saved]);
    const reset = { ...place(), seen: (await revision()) ?? "" };
    expect([await resetWording(world.organiser, reset), await resetWording(world.organiser, reset)]).toEqual([saved, saved]);
    expect(await audits()).toHaveLength(3);
  });

  test("that somebody else has changed meanwhile is not written over, nor deleted", async () => {
    await saveWording(world.organiser, input());
    expect(await saveWording(world.second, input({ subject: "Zweite" }))).toEqual(overtaken);
    const seen = (await revision()) ?? "";
    await saveWording(world.second, input({ seen, subject: "Zweite" }));
    expect(await saveWording(world.organiser, input({ seen, subject: "Erste" }))).toEqual(overtaken);
    expect(await resetWording(world.organiser, { ...place(), seen })).toEqual(overtaken);
    expect(await texts()).toEqual(["request_accepted de Zweite"]);
    // Deleted and written anew, it is another text.
    const again = (await revision()) ?? "";
    await resetWording(world.second, { ...place(), seen: again });
    await saveWording(world.second, input({ subject: "Dritte" }));
    expect(await saveWording(world.organiser, input({ seen: again, subject: "Erste" }))).toEqual(overtaken);
    expect(await texts()).toEqual(["request_accepted de Dritte"]);
  });

  test("of two who write at once, one is told", async () => {
    const answers = await Promise.all([saveWording(world.organiser, input({ subject: "Eins" })), saveWording(world.second, input({ subject: "Zwei" }))]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const seen = (await revision()) ?? "";
    const next = await Promise.all([1, 2, 3, 4].map((number) => saveWording(world.organiser, input({ seen, subject: `Nummer ${number}` }))));
    expect(next.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await texts()).toHaveLength(1);
  });

  test("is the programme's organisers' alone", async () => {
    await saveWording(world.organiser, input());
    const seen = (await revision()) ?? "";
    const attempts: ((actor: Actor) => Promise<unknown>)[] = [
      (actor) => listWordings(actor, world.programme.slug),
      (actor) => getWording(actor, place()),
      (actor) => saveWording(actor, input({ seen, subject: "Fremd" })),
      (actor) => resetWording(actor, { ...place(), seen }),
      (actor) => tryWording(actor, input({ intent: "trial" }), example),
    ];
    for (const attempt of attempts) {
      for (const actor of [world.moderator, world.stranger]) await expect(attempt(actor)).rejects.toThrow(NotFound);
      await expect(attempt(visitor)).rejects.toThrow(SignedOut);
    }
    expect([await revision(), await texts(), await db.mail.count()]).toEqual([seen, ["request_accepted de Ja!"], 0]);
  });
});

test("a mail takes the words of its own programme, kind and language along to the worker, as they are at that moment", async () => {
  const event = await createEvent({ programmeId: world.programme.id });
  const other = await createEvent({ programmeId: (await createProgramme()).id });
  const draft = (key: string, programmeId: string, eventId: string, locale: "de" | "pl") => ({
    kind: "request_accepted" as const, key, to: "anna@mail.example", userId: null, locale, params: { event: "Event", timeZone: "Europe/Berlin", partner: "Hafen", path: "/x" }, about: { programmeId, eventId },
  });
  await enqueueMail(db, draft("own", world.programme.id, event.id, "de"), draft("language", world.programme.id, event.id, "pl"), draft("foreign", other.programmeId, other.id, "de"));
  await saveWording(world.organiser, input());
  await saveWording(world.organiser, input({ kind: "request_expired", subject: "Vorbei" }));
  const claimed = await Promise.all((await db.mail.findMany()).map(({ id }) => claimMail(id)));
  expect(Object.fromEntries(claimed.map((mail) => [mail?.key, mail?.wording]))).toEqual({ foreign: null, language: null, own: { subject: "Ja!", body: "{button}" } });
});

describe("a test", () => {
  test("goes to the organiser, in the words of the form; the same words of the same page once", async () => {
    const form = input({ intent: "trial" });
    expect([await tryWording(world.organiser, form, example), await tryWording(world.organiser, form, example)]).toEqual(Array.from({ length: 2 }, () => ({ ok: true, value: { to: world.organiser.email } })));
    await tryWording(world.organiser, { ...form, subject: "Anders" }, example);
    expect(await db.mail.findMany({ orderBy: { id: "asc" }, select: { kind: true, to: true, locale: true, params: true, programmeId: true } })).toEqual(["Ja!", "Anders"].map((subject) => ({
      kind: "wording_trial", to: world.organiser.email, locale: "de", programmeId: world.programme.id, params: { wordingKind: "request_accepted", subject, body: "{button}", event: example },
    })));
    expect(await texts()).toEqual([]);
  });

  test("is not sent in bulk", async () => {
    const answers = [];
    for (let count = 0; count <= limits.trial_mail.points; count += 1) answers.push(await tryWording(world.second, input({ intent: "trial" }), example));
    expect(answers.at(-1)).toEqual({ ok: false, reason: "too_many_attempts" });
    expect(await db.mail.count()).toBe(limits.trial_mail.points);
  });
});

test("examples are about the next event, otherwise about the last one", async () => {
  const now = new Date("2027-04-01T00:00:00Z");
  const titleAt = async () => (await getWording(world.organiser, place(), now)).example?.slug;
  expect(await titleAt()).toBeUndefined();
  const past = await createEvent({ programmeId: world.programme.id, startsAt: new Date("2027-03-18T12:00:00Z"), endsAt: new Date("2027-03-18T14:00:00Z") });
  expect(await titleAt()).toBe(past.slug);
  const next = await createEvent({ programmeId: world.programme.id, startsAt: new Date("2027-05-18T12:00:00Z"), endsAt: new Date("2027-05-18T14:00:00Z") });
  expect(await titleAt()).toBe(next.slug);
});

test.each([
  ["Wording_subject_check", { subject: "two\nlines" }],
  ["Wording_subject_check", { subject: "" }],
  ["Wording_body_check", { body: "" }],
  ["Wording_kind_check", { kind: "sign_in" }],
  ["Wording_kind_check", { kind: "membership_invited" }],
])("the database holds %s", async (guard, data) => {
  const wording = { programmeId: world.programme.id, kind: "event_open", locale: "en" as const, subject: "Open", body: "{button}" };
  await expect(db.wording.create({ data: { ...wording, ...data } })).rejects.toThrow(guard);
});
