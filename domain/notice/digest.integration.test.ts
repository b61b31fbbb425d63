import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { claimMail, enqueueMail, isPutOff, saveMailChoices } from "@/domain/mail/commands";
import { hashAddress } from "@/domain/mail/commands/hash-address";
import { aboutEvent } from "@/domain/mail/rules";
import type { Delivery, MailChoices, MailKind } from "@/domain/mail/schema";
import { inviteMember } from "@/domain/membership/commands/invite-member";
import { requestMembership } from "@/domain/membership/commands/request-membership";
import { declineRequest } from "@/domain/request/commands/answer-request";
import { sendRequest } from "@/domain/request/commands/send-request";
import { addDays, addMinutes } from "@/domain/time";
import { db } from "@/prisma/client";
import { createParticipant } from "@/prisma/factories/meeting";
import { createMember } from "@/prisma/factories/organisation";
import { actorOf, createUser } from "@/prisma/factories/people";
import { createEvent, createProgramme } from "@/prisma/factories/programme";
import { readNotice } from "./commands";
import { sendDigests } from "./commands/send-digests";
import { listNotices } from "./queries";
import { mostLines } from "./rules";

async function prepare() {
  await db.notice.deleteMany();
  const programme = await createProgramme();
  const event = await createEvent({ programmeId: programme.id });
  return { event, asker: await createParticipant(event, "PL"), asked: await createParticipant(event, "DE") };
}

let stage: Awaited<ReturnType<typeof prepare>>;
beforeEach(async () => {
  stage = await prepare();
});

const now = new Date();
const tomorrow = addMinutes(addDays(now, 1), 5);

async function ask(): Promise<string> {
  const words = { subject: "own", ownSubject: "Ports", ownSubjectLocale: "en", message: "Let us talk.", messageLocale: "en" } as const;
  const sent = await sendRequest(stage.asker.actor, { event: stage.event.slug, organisation: stage.asked.organisation.slug, ...words });
  if (!sent.ok) throw new Error(sent.reason);
  return sent.value.id;
}

/** News that can wait, to the person who was asked. */
async function tellOpen(): Promise<void> {
  const { actor } = stage.asked;
  const params = { event: "Event", startsAt: now.toISOString(), timeZone: "Europe/Berlin", path: "/events/x/register" };
  await enqueueMail(db, { kind: "event_open", key: randomUUID(), to: actor.email, userId: actor.userId, locale: "en", params, about: aboutEvent(stage.event) });
}

const choices: MailChoices = {
  request_received: "now", request_expiring: "now", reminder_day: "now", reminder_hour: "now", rating_asked: "now", cooperation_asked: "now", call_posted: "now", digest: "now", event_open: "now", search_found: "now", announcement: "now",
};
const choose = (some: Partial<MailChoices>) => saveMailChoices(stage.asked.actor, { ...choices, ...some });

const lines = z.array(z.object({ kind: z.string() }));
const digestSchema = z.object({ waiting: z.number(), asking: lines, news: lines, more: z.number() });

/** What the digests say that somebody got, by kinds. */
async function digests(to: string = stage.asked.actor.email) {
  const mails = await db.mail.findMany({ where: { kind: "digest", to }, orderBy: { id: "asc" } });
  return mails.map(({ params }) => {
    const { asking, news, waiting, more } = digestSchema.parse(params);
    const kinds = (contents: { kind: string }[]) => contents.map(({ kind }) => kind);
    return { waiting, asking: kinds(asking), news: kinds(news), more };
  });
}

const oneRequest = { waiting: 1, asking: ["request_received"], news: [], more: 0 };

test("what has waited for a day for an answer is told, to whoever answers, and to nobody else", async () => {
  await ask();
  expect(await sendDigests(addMinutes(now, 60))).toBe(0);
  expect(await sendDigests(tomorrow)).toBe(1);
  expect(await digests()).toEqual([oneRequest]);
  expect(await digests(stage.asker.actor.email)).toEqual([]);
});

test("nothing is told where nothing waits: answered, expired, or read and done", async () => {
  const id = await ask();
  await declineRequest(stage.asked.actor, { event: stage.event.slug, id, code: "no_fit" });
  expect(await sendDigests(tomorrow)).toBe(0);
  await tellOpen();
  expect(await sendDigests(tomorrow)).toBe(0);
  expect(await digests()).toEqual([]);
});

test("what has been read, and still waits, is told", async () => {
  await ask();
  const [notice] = (await listNotices(stage.asked.actor, 1, "en")).notices;
  await readNotice(stage.asked.actor, { id: notice?.id ?? "" });
  expect(await sendDigests(tomorrow)).toBe(1);
});

test("there is one in two days, however many workers ask, and another one while it waits", async () => {
  await ask();
  const counts = await Promise.all(Array.from({ length: 10 }, () => sendDigests(tomorrow)));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
  expect(await sendDigests(addDays(tomorrow, 1.9))).toBe(0);
  expect(await sendDigests(addDays(tomorrow, 2))).toBe(1);
  expect(await digests()).toEqual([oneRequest, oneRequest]);
});

test("kinds that somebody wants in it are told once, and not at all once they have been read", async () => {
  await choose({ event_open: "digest" });
  await tellOpen();
  expect(await sendDigests(tomorrow)).toBe(1);
  expect(await digests()).toEqual([{ waiting: 0, asking: [], news: ["event_open"], more: 0 }]);
  expect(await sendDigests(addDays(tomorrow, 3))).toBe(0);
  await tellOpen();
  const [notice] = (await listNotices(stage.asked.actor, 1, "en")).notices;
  await readNotice(stage.asked.actor, { id: notice?.id ?? "" });
  expect(await sendDigests(addDays(tomorrow, 3))).toBe(0);
});

test("whoever wants none gets none, and what they put off by a mail of its own again", async () => {
  const { actor, registration } = stage.asked;
  await db.registration.update({ where: { id: registration.id }, data: { email: actor.email } });
  await choose({ request_received: "digest" });
  await ask();
  const { id } = await db.mail.findFirstOrThrow({ where: { kind: "request_received", to: actor.email } });
  const isWaiting = async () => {
    const mail = await claimMail(id);
    if (!mail) throw new Error("no mail");
    return isPutOff(mail);
  };
  expect(await isWaiting()).toBe(true);
  await choose({ digest: "off", request_received: "digest" });
  expect(await isWaiting()).toBe(false);
  expect(await sendDigests(tomorrow)).toBe(0);
});

test("who wants to join is told to those who still decide, and not to an owner who was removed", async () => {
  const { organisation, actor: owner } = stage.asked;
  const removed = await createMember(organisation.id);
  await requestMembership(await actorOf((await createUser()).id), stage.event.programmeId, organisation.slug);
  await db.membership.deleteMany({ where: { userId: removed.userId } });
  await sendDigests(tomorrow);
  expect([await digests(owner.email), await digests(removed.email)]).toEqual([[{ waiting: 1, asking: ["membership_requested"], news: [], more: 0 }], []]);
});

test("an invitation waits for whoever signs in with the address, in their language", async () => {
  const invited = await createUser({ locale: "pl" });
  await inviteMember(stage.asker.actor, { organisation: stage.asker.organisation.slug, email: invited.email, role: "editor" });
  expect(await sendDigests(tomorrow)).toBe(1);
  expect(await db.mail.findFirstOrThrow({ where: { kind: "digest", to: invited.email } })).toMatchObject({ locale: "pl", programmeId: null });
  expect(await digests(invited.email)).toEqual([{ waiting: 1, asking: ["membership_invited"], news: [], more: 0 }]);
});

test("a long one names the first, and counts the rest", async () => {
  await choose({ event_open: "digest" });
  for (let count = 0; count < mostLines + 2; count += 1) await tellOpen();
  await sendDigests(tomorrow);
  expect((await digests()).map(({ news, more }) => [news.length, more])).toEqual([[mostLines, 2]]);
});

test.each<[MailKind, Delivery]>([["schedule_released", "off"], ["request_received", "off"], ["reminder_hour", "digest"], ["request_expiring", "digest"]])(
  "the database keeps %s from being %s",
  async (kind, delivery) => {
    const choice = { addressHash: hashAddress(randomUUID()), kind, delivery };
    await expect(db.mailChoice.create({ data: choice })).rejects.toThrow("MailChoice_kind_check");
  },
);
