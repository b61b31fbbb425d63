import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { visitor, type Actor } from "@/domain/actor";
import { enqueueMail } from "@/domain/mail/commands";
import { aboutEvent } from "@/domain/mail/rules";
import type { MailDraft } from "@/domain/mail/schema";
import { registerParticipant } from "@/domain/registration/commands/register-participant";
import { registerSchema } from "@/domain/registration/schema";
import { acceptRequest } from "@/domain/request/commands/answer-request";
import { sendRequest } from "@/domain/request/commands/send-request";
import { NotFound, SignedOut } from "@/domain/result";
import { addDays } from "@/domain/time";
import { hashSecret } from "@/domain/user/commands/hash-secret";
import { getVisit } from "@/domain/user/queries";
import { db } from "@/prisma/client";
import { createParticipant } from "@/prisma/factories/meeting";
import { createMember, createOrganisation } from "@/prisma/factories/organisation";
import { createUser } from "@/prisma/factories/people";
import { createEvent, createProgramme } from "@/prisma/factories/programme";
import { createSession } from "@/prisma/factories/session";
import { forgetNotices, readAllNotices, readNotice } from "./commands";
import { getNotice, listNotices } from "./queries";
import { noticeDays } from "./rules";

async function prepare() {
  const programme = await createProgramme();
  const event = await createEvent({ programmeId: programme.id });
  return { programme, event, asker: await createParticipant(event, "PL"), asked: await createParticipant(event, "DE") };
}

let stage: Awaited<ReturnType<typeof prepare>>;
beforeEach(async () => {
  stage = await prepare();
});

async function ask(): Promise<string> {
  const words = { subject: "own", ownSubject: "Ports", ownSubjectLocale: "en", message: "Let us talk.", messageLocale: "en" } as const;
  const sent = await sendRequest(stage.asker.actor, { event: stage.event.slug, organisation: stage.asked.organisation.slug, ...words });
  if (!sent.ok) throw new Error(sent.reason);
  return sent.value.id;
}

const kinds = async (actor: Actor) => (await listNotices(actor, 1, "en")).notices.map(({ content, isRead }) => `${content.kind} ${isRead ? "read" : "unread"}`);

/** A mail to an address; `userId`: whose it is. */
function draft(key: string, to: string, userId: string | null): MailDraft {
  return { kind: "schedule_taken_back", key, to, userId, locale: "pl", params: { event: "Wydarzenie", path: "/desk" }, about: aboutEvent(stage.event) };
}

describe("a notice", () => {
  test("is written with the mail, for its reader alone, wherever the mail goes", async () => {
    const { asker, asked, event } = stage;
    const id = await ask();
    expect(await kinds(asked.actor)).toEqual(["request_received unread"]);
    expect(await kinds(asker.actor)).toEqual([]);
    await acceptRequest(asked.actor, { event: event.slug, id });
    expect(await kinds(asker.actor)).toEqual(["request_accepted unread"]);
    const [notice] = (await listNotices(asker.actor, 1, "en")).notices;
    expect(notice).toMatchObject({ event: event.slug, content: { locale: "en", params: { partner: asked.organisation.name, path: `/events/${event.slug}/requests/${id}` } } });
  });

  test("is written once, however often its mail is asked for, and not where the transaction fails", async () => {
    const { actor } = stage.asked;
    const key = randomUUID();
    await enqueueMail(db, draft(key, "elsewhere@mail.example", actor.userId));
    await enqueueMail(db, draft(key, "elsewhere@mail.example", actor.userId));
    await expect(db.$transaction(async (tx) => {
      await enqueueMail(tx, draft(randomUUID(), "elsewhere@mail.example", actor.userId));
      throw new Error("rolled back");
    })).rejects.toThrow("rolled back");
    expect(await kinds(actor)).toEqual(["schedule_taken_back unread"]);
  });

  test("belongs to whoever signs in with the address, where no more is known; to nobody where nobody does", async () => {
    const { actor } = stage.asked;
    const [mine, none] = [randomUUID(), randomUUID()];
    await enqueueMail(db, draft(mine, actor.email, null), draft(none, `${none}@mail.example`, null));
    expect(await kinds(actor)).toEqual(["schedule_taken_back unread"]);
    expect(await db.notice.count({ where: { mail: { key: none } } })).toBe(0);
  });

  test("is left by none of the mails that open something, and the database holds it", async () => {
    const { email, id } = await createUser();
    const key = randomUUID();
    await enqueueMail(db, { kind: "sign_in", key, to: email, userId: id, locale: "en", params: { token: "t", code: "123456", minutes: 10 }, about: null });
    const mail = await db.mail.findUniqueOrThrow({ where: { key } });
    expect(await db.notice.count({ where: { userId: id } })).toBe(0);
    await expect(db.notice.create({ data: { mailId: mail.id, userId: id } })).rejects.toThrow("Notice_secret_check");
  });

  test("is left by a registration, too, which is written in one round trip", async () => {
    const organisation = await createOrganisation({ programmeId: stage.programme.id });
    const actor = await createMember(organisation.id);
    const slots = (await db.slot.findMany({ where: { eventId: stage.event.id } })).map(({ id }) => id);
    const registered = await registerParticipant(actor, registerSchema.parse({
      event: stage.event.slug, organisation: organisation.id, locale: "pl", personName: "Ola", email: "ola@mail.example", languages: ["pl"], slots, participation: true,
    }));
    expect(registered.ok).toBe(true);
    expect(await db.notice.count({ where: { userId: actor.userId, mail: { kind: { startsWith: "registration_" }, to: "ola@mail.example" } } })).toBe(1);
  });

  test("of a mail that was found to be outdated is not shown or counted any more", async () => {
    const { actor } = stage.asked;
    await enqueueMail(db, draft(randomUUID(), actor.email, actor.userId));
    await db.mail.updateMany({ where: { to: actor.email }, data: { state: "outdated" } });
    expect(await listNotices(actor, 1, "en")).toEqual({ notices: [], unread: 0, pages: 1 });
  });
});

describe("reading", () => {
  test("marks one's own as read, once, and nobody else's", async () => {
    const { asked, asker } = stage;
    await ask();
    const [notice] = (await listNotices(asked.actor, 1, "en")).notices;
    const id = notice?.id ?? "";
    await expect(readNotice(asker.actor, { id })).rejects.toThrow(NotFound);
    await expect(getNotice(asker.actor, id, "en")).rejects.toThrow(NotFound);
    await expect(readNotice(visitor, { id })).rejects.toThrow(SignedOut);
    expect(await kinds(asked.actor)).toEqual(["request_received unread"]);
    expect(await readNotice(asked.actor, { id })).toEqual({ ok: true, value: { id } });
    const { readAt } = await db.notice.findUniqueOrThrow({ where: { mailId: id } });
    expect(await readNotice(asked.actor, { id })).toEqual({ ok: true, value: { id } });
    expect(await db.notice.findUniqueOrThrow({ where: { mailId: id } })).toMatchObject({ readAt });
    expect(await kinds(asked.actor)).toEqual(["request_received read"]);
  });

  test("all leaves what came after the list was shown", async () => {
    const { actor } = stage.asked;
    await enqueueMail(db, draft(randomUUID(), actor.email, actor.userId));
    const [shown] = (await listNotices(actor, 1, "en")).notices;
    const until = shown?.createdAt ?? new Date();
    await enqueueMail(db, draft(randomUUID(), actor.email, actor.userId));
    await db.notice.updateMany({ where: { userId: actor.userId, mailId: { not: shown?.id ?? "" } }, data: { createdAt: new Date(until.getTime() + 1) } });
    expect(await readAllNotices(actor, { until: until.toISOString() })).toEqual({ ok: true, value: { count: 1 } });
    expect(await kinds(actor)).toEqual(["schedule_taken_back unread", "schedule_taken_back read"]);
    await expect(readAllNotices(visitor, { until: until.toISOString() })).rejects.toThrow(SignedOut);
  });

  test("is counted with the session, of its person alone", async () => {
    await ask();
    const news = async (email: string) => (await getVisit(hashSecret(await createSession(email))))?.news;
    const [notice] = (await listNotices(stage.asked.actor, 1, "en")).notices;
    expect(await news(stage.asked.actor.email)).toEqual({ unread: 1, latest: notice?.id });
    expect(await news(stage.asker.actor.email)).toEqual({ unread: 0, latest: null });
  });
});

test("twenty notices are a page", async () => {
  const { actor } = stage.asked;
  await enqueueMail(db, ...Array.from({ length: 21 }, () => draft(randomUUID(), actor.email, actor.userId)));
  expect(await listNotices(actor, 2, "de")).toMatchObject({ notices: [{ isRead: false }], unread: 21, pages: 2 });
});

test("notices are forgotten after their time, and the mails stay", async () => {
  const { actor } = stage.asked;
  await enqueueMail(db, draft(randomUUID(), actor.email, actor.userId), draft(randomUUID(), actor.email, actor.userId));
  const [old] = (await listNotices(actor, 1, "en")).notices;
  const now = new Date();
  await db.notice.update({ where: { mailId: old?.id ?? "" }, data: { createdAt: addDays(now, -noticeDays - 1) } });
  expect(await forgetNotices(now)).toBe(1);
  expect(await kinds(actor)).toEqual(["schedule_taken_back unread"]);
  expect(await db.mail.count({ where: { to: actor.email } })).toBe(2);
});
