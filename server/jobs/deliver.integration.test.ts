import { once } from "node:events";
import type { AddressInfo } from "node:net";
import ICAL from "ical.js";
import { simpleParser, type ParsedMail } from "mailparser";
import { SMTPServer } from "smtp-server";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { noteChanges } from "@/domain/calendar/commands/note-changes";
import { enqueueMail, liftSuppression, requeueMails, saveMailChoices, unsubscribe } from "@/domain/mail/commands";
import { hashAddress } from "@/domain/mail/commands/hash-address";
import { aboutEvent } from "@/domain/mail/rules";
import type { MailDraft } from "@/domain/mail/schema";
import { db } from "@/prisma/client";
import { createParticipant } from "@/prisma/factories/meeting";
import { createEvent, createProgramme } from "@/prisma/factories/programme";
import { openMailer, type Mailer } from "../mail/send";
import { deliverMail } from "./deliver";

let received: ParsedMail[] = [];
/** What the mail server answers to a recipient, or after the mail's text; nothing: it takes it. */
let refusal: { at: "recipient" | "data"; code: number } | null = null;

function refuse(at: "recipient" | "data"): Error | null {
  if (refusal?.at !== at) return null;
  return Object.assign(new Error(`${at} refused`), { responseCode: refusal.code });
}

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onRcptTo: (_address, _session, callback) => callback(refuse("recipient")),
  onData: (stream, _session, callback) => {
    simpleParser(stream, (_error, mail) => {
      received.push(mail);
      callback(refuse("data"));
    });
  },
});
server.listen(0, "127.0.0.1");
await once(server.server, "listening");
const { port } = server.server.address() as AddressInfo;

const settings = { APP_URL: "https://pomost.example", MAIL_FROM: "Pomost <portal@pomost.example>", AUTH_SECRET: "s".repeat(32) };
let mailer: Mailer;

/** Sends everything that is due, in the order in which it was written. */
async function deliverMails(by: Mailer): Promise<void> {
  const due = await db.$queryRaw<{ id: string }[]>`SELECT "id" FROM "Mail" WHERE "state" IN ('queued', 'failed') AND "nextAttemptAt" <= now() ORDER BY "id"`;
  for (const { id } of due) await deliverMail(id, by);
}

beforeEach(async () => {
  received = [];
  refusal = null;
  mailer = openMailer({ ...settings, SMTP_URL: `smtp://127.0.0.1:${port}` });
  await db.mail.deleteMany();
  await db.suppression.deleteMany();
  await db.mailChoice.deleteMany();
});
afterEach(() => mailer.close());
afterAll(() => new Promise<void>((resolve) => server.close(resolve)));

function draft(key: string, data: Partial<MailDraft<"membership_approved">> = {}): MailDraft<"membership_approved"> {
  const params = { organisation: "Żagiel & Söhne", path: "/organisations/zagiel" };
  return { kind: "membership_approved", key, to: "anna@mail.example", userId: null, locale: "pl", params, about: null, ...data };
}

const states = () => db.mail.findMany({ orderBy: { key: "asc" }, select: { key: true, state: true, attempts: true } });

/** As if the time of every claim and every pause were over. */
const passTime = () => db.mail.updateMany({ data: { nextAttemptAt: new Date(Date.now() - 1000) } });

test("a queued mail reaches its recipient in her language, once", async () => {
  await enqueueMail(db, draft("one"));
  await enqueueMail(db, draft("one"));
  await deliverMails(mailer);
  await deliverMails(mailer);
  const [mail, ...others] = received;
  expect(others).toEqual([]);
  expect(mail?.subject).toBe("Mogą Państwo działać w imieniu organizacji Żagiel & Söhne");
  expect(mail?.to).toMatchObject({ text: "anna@mail.example" });
  expect(mail?.from?.text).toBe('"Pomost" <portal@pomost.example>');
  expect(mail?.text).toContain("https://pomost.example/pl/organisations/zagiel");
  expect(mail?.html).toContain("Żagiel &amp; Söhne");
  expect(mail?.headers.get("auto-submitted")).toBe("auto-generated");
  expect(await states()).toEqual([{ key: "one", state: "sent", attempts: 1 }]);
});

test.each([{ at: "recipient" as const, code: 550 }, { at: "data" as const, code: 554 }])(
  "a mail that the server refuses for good ($code at $at) is given up, and can be sent again by hand",
  async (permanent) => {
    await enqueueMail(db, draft("one"));
    refusal = permanent;
    await deliverMails(mailer);
    expect(await states()).toEqual([{ key: "one", state: "dead", attempts: 1 }]);
    await passTime();
    refusal = null;
    received = [];
    await deliverMails(mailer);
    expect(received).toEqual([]);
    const ids = (await db.mail.findMany()).map(({ id }) => id);
    await liftSuppression(db, "anna@mail.example");
    expect(await requeueMails(db, ids)).toEqual(ids);
    await deliverMails(mailer);
    expect(received).toHaveLength(1);
  },
);

test.each([{ at: "recipient" as const, code: 450 }, { at: "data" as const, code: 421 }])(
  "a mail that the server puts off ($code at $at) waits, then goes out under the same Message-ID",
  async (temporary) => {
    await enqueueMail(db, draft("one"));
    refusal = temporary;
    await deliverMails(mailer);
    expect(await states()).toEqual([{ key: "one", state: "failed", attempts: 1 }]);
    await deliverMails(mailer);
    expect(await states()).toEqual([{ key: "one", state: "failed", attempts: 1 }]);
    refusal = null;
    await passTime();
    await deliverMails(mailer);
    expect(await states()).toEqual([{ key: "one", state: "sent", attempts: 2 }]);
    expect(new Set(received.map((mail) => mail.messageId)).size).toBe(1);
  },
);

test("nothing is lost while no mail server is there", async () => {
  const away = openMailer({ ...settings, SMTP_URL: "smtp://127.0.0.1:1" });
  await enqueueMail(db, draft("one"), draft("two"));
  await deliverMails(away);
  away.close();
  expect((await states()).map((mail) => mail.state)).toEqual(["failed", "failed"]);
  await passTime();
  await deliverMails(mailer);
  expect(received).toHaveLength(2);
});

async function enqueueApproval() {
  const programme = await createProgramme();
  const event = await createEvent({ programmeId: programme.id });
  const { registration } = await createParticipant(event);
  const [change] = await db.$transaction((tx) => noteChanges(tx, { registrationIds: [registration.id] }));
  if (!change) throw new Error("nothing to tell");
  const { entryId, sequence } = change;
  const params = { event: "Let's meet", startsAt: event.startsAt.toISOString(), timeZone: event.timeZone, person: "Anna", path: `/events/${event.slug}/register` };
  await enqueueMail(db, { kind: "registration_approved", key: "one", to: "anna@mail.example", userId: null, locale: "pl", params, about: aboutEvent(event), entry: { entryId, sequence } });
  return { event, registration };
}

test("a mail that tells a calendar has the file twice, as mail programs expect: to take over and to open", async () => {
  await enqueueApproval();
  await deliverMails(mailer);
  const [mail] = received;
  expect(mail?.text).toContain("Załączony plik wpisuje ten termin do Państwa kalendarza");
  expect(mail?.attachments.map(({ contentType, filename, contentDisposition }) => [contentType, filename, contentDisposition])).toEqual([
    ["text/calendar", undefined, undefined], ["application/ics", "invite.ics", "attachment"],
  ]);
  const [part, file] = mail?.attachments ?? [];
  expect(part?.headers.get("content-type")).toMatchObject({ params: { method: "REQUEST", charset: "utf-8" } });
  expect(file?.content.toString()).toBe(part?.content.toString());
  const calendar = ICAL.Component.fromString(file?.content.toString() ?? "");
  expect([calendar.getFirstPropertyValue("method"), calendar.getFirstSubcomponent("vevent")?.getFirstPropertyValue("attendee")]).toEqual(["REQUEST", "MAILTO:anna@mail.example"]);
});

test("what was cancelled before it went out is not sent, and neither is the cancellation's file", async () => {
  const { registration, event } = await enqueueApproval();
  await db.registration.update({ where: { id: registration.id }, data: { state: "cancelled" } });
  const [change] = await db.$transaction((tx) => noteChanges(tx, { registrationIds: [registration.id] }));
  const entry = { entryId: change?.entryId ?? "", sequence: change?.sequence ?? 0 };
  const params = { event: "Let's meet", startsAt: event.startsAt.toISOString(), timeZone: event.timeZone, person: "Anna", path: "/events" };
  await enqueueMail(db, { kind: "registration_cancelled", key: "two", to: "anna@mail.example", userId: null, locale: "pl", params, about: aboutEvent(event), entry });
  await deliverMails(mailer);
  expect(received.map(({ subject, attachments }) => [subject, attachments.length])).toEqual([["Rezygnacja z udziału: Let's meet", 0]]);
  expect(await states()).toEqual([{ key: "one", state: "outdated", attempts: 1 }, { key: "two", state: "sent", attempts: 1 }]);
});

test("a link that opens something is forgotten as soon as the mail is out", async () => {
  const params = { token: "very-secret", code: "123456", minutes: 10 };
  await enqueueMail(db, { kind: "sign_in", key: "sign_in/1", to: "anna@mail.example", userId: null, locale: "de", params, about: null });
  await deliverMails(mailer);
  expect(received[0]?.text).toContain("very-secret");
  expect(await db.mail.findFirstOrThrow()).toMatchObject({ state: "sent", params: {} });
});

test("an address that its server does not know is not written to any more, until it is tried by hand", async () => {
  await enqueueMail(db, draft("one"), draft("two"), draft("other", { to: "bea@mail.example" }));
  refusal = { at: "recipient", code: 550 };
  await deliverMail((await db.mail.findUniqueOrThrow({ where: { key: "one" } })).id, mailer);
  refusal = null;
  await deliverMails(mailer);
  expect((await states()).map(({ key, state }) => [key, state])).toEqual([["one", "dead"], ["other", "sent"], ["two", "suppressed"]]);
  expect(received).toHaveLength(1);
  const { id, error } = await db.mail.findUniqueOrThrow({ where: { key: "two" } });
  expect(error).toContain("550");
  await liftSuppression(db, "anna@mail.example");
  await requeueMails(db, [id]);
  await deliverMails(mailer);
  expect(await db.mail.findUniqueOrThrow({ where: { key: "two" } })).toMatchObject({ state: "sent", error: null });
});

test("a refusal of the text says nothing about the address", async () => {
  await enqueueMail(db, draft("one"), draft("two"));
  refusal = { at: "data", code: 554 };
  await deliverMails(mailer);
  expect((await states()).map(({ state }) => state)).toEqual(["dead", "dead"]);
  expect(await db.suppression.count()).toBe(0);
});

const signIn = (count: number): MailDraft => ({
  kind: "sign_in", key: `sign_in/${count}`, to: "anna@mail.example", userId: null, locale: "de", params: { token: "secret", code: "123456", minutes: 10 }, about: null,
});

test("whoever signs in from such an address is tried three times a day, and a mail that arrives opens it again", async () => {
  await enqueueMail(db, draft("one"));
  refusal = { at: "recipient", code: 550 };
  await deliverMails(mailer);
  for (const count of [1, 2, 3, 4]) {
    await enqueueMail(db, signIn(count));
    await deliverMails(mailer);
  }
  expect((await states()).map(({ state }) => state)).toEqual(["dead", "dead", "dead", "dead", "suppressed"]);
  expect(JSON.stringify(await db.mail.findMany({ where: { kind: "sign_in" }, select: { params: true } }))).not.toContain("secret");
  await db.mail.updateMany({ where: { kind: "sign_in" }, data: { createdAt: new Date(Date.now() - 90_000_000) } });
  refusal = null;
  await enqueueMail(db, signIn(5), draft("two"));
  await deliverMails(mailer);
  expect(received).toHaveLength(2);
  expect(await db.suppression.count()).toBe(0);
});

const atOnce = {
  request_received: "now", request_expiring: "now", reminder_day: "now", reminder_hour: "now", rating_asked: "now", cooperation_asked: "now", call_posted: "now", digest: "now", event_open: "now", search_found: "now", announcement: "now",
} as const;
const at = { event: "Event", startsAt: "2027-03-18T12:00:00Z", timeZone: "Europe/Berlin", path: "/events/x/register" };
const news = (event: { id: string; programmeId: string }, key: string, to = "anna@mail.example"): MailDraft =>
  ({ kind: "event_open", key, to, userId: null, locale: "pl", params: at, about: aboutEvent(event) });

test("what is not necessary can be taken off by one click, and says so; what is necessary says nothing of it", async () => {
  const event = await createEvent({ programmeId: (await createProgramme()).id });
  await enqueueMail(db, news(event, "one"), draft("two"));
  await deliverMails(mailer);
  const [optional, necessary] = received.toSorted((a, b) => (a.subject ?? "").localeCompare(b.subject ?? "")).toReversed();
  const url = /https:\/\/pomost\.example\/api\/unsubscribe\/pl\/event_open\.[\w.-]+/.exec(optional?.text ?? "")?.[0] ?? "nowhere";
  expect(optional?.headerLines.find(({ key }) => key === "list-unsubscribe")?.line.replace(/\s+/g, " ")).toBe(`List-Unsubscribe: <${url}>`);
  expect(optional?.headerLines.find(({ key }) => key === "list-unsubscribe-post")?.line).toBe("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
  expect(optional?.html).toContain(`<a href="${url}"`);
  expect(necessary?.headerLines.map(({ key }) => key)).not.toContain("list-unsubscribe");
  expect(necessary?.text).not.toContain("unsubscribe");
});

test("what was switched off while it waited is not sent any more; other kinds and other people get theirs", async () => {
  const event = await createEvent({ programmeId: (await createProgramme()).id });
  const { actor } = await createParticipant(event, "PL");
  await enqueueMail(db, news(event, "one"), news(event, "two", "bea@mail.example"), news(event, "own", actor.email), draft("three"));
  const subscription = { kind: "event_open", addressHash: hashAddress("anna@mail.example") } as const;
  await unsubscribe(subscription);
  await unsubscribe(subscription);
  await saveMailChoices(actor, { ...atOnce, event_open: "off", search_found: "off" });
  await deliverMails(mailer);
  expect((await states()).filter(({ key }) => /^(?:one|two|own|three)$/.test(key)).map(({ key, state }) => [key, state])).toEqual([["one", "unwanted"], ["own", "unwanted"], ["three", "sent"], ["two", "sent"]]);
  await saveMailChoices(actor, atOnce);
  await enqueueMail(db, news(event, "again", actor.email));
  await deliverMails(mailer);
  expect((await db.mail.findUniqueOrThrow({ where: { key: "again" } })).state).toBe("sent");
});

test("what somebody wants in the digest is not sent by itself, but to another address of theirs, which no digest goes to", async () => {
  const event = await createEvent({ programmeId: (await createProgramme()).id });
  const [{ actor }, { actor: other }] = [await createParticipant(event, "PL"), await createParticipant(event, "DE")];
  await saveMailChoices(actor, { ...atOnce, event_open: "digest" });
  await enqueueMail(db, news(event, "own", actor.email), { ...news(event, "shared", actor.email), userId: other.userId }, draft("three", { to: actor.email }));
  await deliverMails(mailer);
  const stateOf = async (key: string) => (await db.mail.findUniqueOrThrow({ where: { key } })).state;
  expect([await stateOf("own"), await stateOf("shared"), await stateOf("three")]).toEqual(["unwanted", "sent", "sent"]);
  expect(await db.notice.count({ where: { userId: actor.userId, mail: { key: "own" } } })).toBe(1);
});
