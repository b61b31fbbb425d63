import { fromPrisma, type PgBoss } from "pg-boss";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startMailServer } from "@/cli/test/drill-parts";
import { claimMail, enqueueMail, markFailed, markSent, requeueMails } from "@/domain/mail/commands";
import { mendMails } from "@/domain/mail/commands/mend-mails";
import type { MailDraft } from "@/domain/mail/schema";
import { registerParticipant } from "@/domain/registration/commands/register-participant";
import { registerSchema } from "@/domain/registration/schema";
import { db } from "@/prisma/client";
import { createMember, createOrganisation } from "@/prisma/factories/organisation";
import { createEvent, createProgramme } from "@/prisma/factories/programme";
import { openMailer } from "../mail/send";
import { openQueue } from "./open-queue";
import { deliverMail } from "./deliver";
import { mailQueue } from "./queues";
import { work } from "./work";

const { url, stop, arrived } = await startMailServer(() => "take");
const mailer = openMailer({ APP_URL: "https://pomost.example", MAIL_FROM: "Pomost <portal@pomost.example>", AUTH_SECRET: "s".repeat(32), SMTP_URL: url });

let boss: PgBoss;
beforeAll(async () => {
  boss = openQueue(process.env["DATABASE_URL"] ?? "");
  await boss.start();
});
afterAll(async () => {
  await boss.stop();
  mailer.close();
  await stop();
});
beforeEach(async () => {
  arrived.length = 0;
  await db.mail.deleteMany();
  await db.$executeRaw`DELETE FROM pgboss.job`;
});
afterEach(() => boss.offWork(mailQueue));

type MailJob = { mail: string };

function draft(key: string): MailDraft<"membership_approved"> {
  return { kind: "membership_approved", key, to: "anna@mail.example", userId: null, locale: "pl", params: { organisation: "Hafen", path: "/desk" }, about: null };
}

const signIn: MailDraft = { kind: "sign_in", key: "sign_in/1", to: "anna@mail.example", userId: null, locale: "de", params: { token: "secret", code: "123456", minutes: 10 }, about: null };
const mailOf = (key: string) => db.mail.findUniqueOrThrow({ where: { key } });
const fetchKeys = async (batchSize: number) => {
  const jobs = await boss.fetch<MailJob>(mailQueue, { batchSize });
  const mails = await Promise.all(jobs.map(({ data }) => db.mail.findUnique({ where: { id: data.mail }, select: { key: true } })));
  return mails.map((mail) => mail?.key);
};
const countJobs = async () => (await boss.findJobs(mailQueue)).length;
/** As if nobody had been heard of for a minute. */
const silence = () => db.$executeRaw`UPDATE pgboss.job SET "heartbeat_on" = now() - interval '1 minute' WHERE "state" = 'active'`;
/** As if every look at the queues and every pause were a minute ago. */
async function passMinute() {
  await db.$executeRaw`UPDATE pgboss.queue SET "monitor_on" = "monitor_on" - interval '1 minute', "monitor_claim_on" = "monitor_claim_on" - interval '1 minute'`;
  await boss.supervise(mailQueue);
  await db.$executeRaw`UPDATE pgboss.job SET "start_after" = now() WHERE "state" = 'retry'`;
}

test("the database has what this version of pg-boss expects", async () => {
  expect(await boss.detectSchemaDrift()).toMatchObject({ ok: true });
});

describe("a mail has its job", () => {
  test("in the transaction that causes it, and none where that is undone", async () => {
    const undone = db.$transaction(async (tx) => {
      await enqueueMail(tx, draft("one"));
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect(await countJobs()).toBe(0);
    await db.$transaction((tx) => enqueueMail(tx, draft("one"), draft("two")));
    await enqueueMail(db, draft("one"));
    expect(await countJobs()).toBe(2);
    expect(new Set(await fetchKeys(10))).toEqual(new Set(["one", "two"]));
  });

  test("one, in the lane of its calendar entry, where it finds that only after it was written", async () => {
    const event = await createEvent({ programmeId: (await createProgramme()).id, needsApproval: false });
    const organisation = await createOrganisation({ programmeId: event.programmeId });
    const registered = await registerParticipant(await createMember(organisation.id), registerSchema.parse({
      event: event.slug, organisation: organisation.id, locale: "pl", personName: "Ola", email: "ola@mail.example", languages: ["pl"], slots: event.slots.map(({ id }) => id), participation: true,
    }));
    expect(registered).toMatchObject({ ok: true, value: { state: "approved" } });
    const { id, entryId } = await db.mail.findFirstOrThrow({ where: { to: "ola@mail.example" } });
    expect(entryId).not.toBeNull();
    expect(await boss.findJobs(mailQueue)).toMatchObject([{ data: { mail: id }, singletonKey: entryId }]);
  });

  test("the same as pg-boss would make", async () => {
    await enqueueMail(db, draft("one"));
    const { id } = await mailOf("one");
    await db.$transaction((tx) => boss.send(mailQueue, { mail: id }, { singletonKey: id, db: fromPrisma(tx) }));
    const [made, own] = (await boss.findJobs(mailQueue)).map(({ id: _id, createdOn: _createdOn, startAfter: _startAfter, keepUntil, ...rest }) => ({ ...rest, keepUntil: Math.round(keepUntil.getTime() / 60_000) }));
    expect(made).toEqual(own);
  });

  test("when it is due again: after a pause, at once by hand, never twice for the same time", async () => {
    await enqueueMail(db, draft("one"));
    const [first] = await boss.fetch<MailJob>(mailQueue);
    const claimed = await claimMail(first?.data.mail ?? "");
    if (!first || !claimed) throw new Error("no mail");
    await markFailed(claimed, { text: "DATA: 421", isFinal: false, isUnknown: false });
    await boss.complete(mailQueue, first);
    const { id, nextAttemptAt } = await mailOf("one");
    expect((await boss.findJobs(mailQueue, { queued: true })).map(({ startAfter }) => startAfter.getTime())).toEqual([nextAttemptAt.getTime()]);
    expect(await boss.fetch(mailQueue)).toEqual([]);
    await requeueMails(db, [id]);
    await db.mail.update({ where: { id }, data: { error: null } });
    expect(await fetchKeys(10)).toEqual(["one"]);
  });

  test("also where it was lost", async () => {
    await enqueueMail(db, draft("one"), draft("two"), draft("three"));
    await claimMail((await mailOf("two")).id);
    await db.$executeRaw`DELETE FROM pgboss.job WHERE "data"->>'mail' <> ${(await mailOf("three")).id}`;
    expect(await mendMails()).toBe(2);
    expect(await mendMails()).toBe(0);
    expect(await mailOf("two")).toMatchObject({ state: "dead" });
    expect(new Set(await fetchKeys(10))).toEqual(new Set(["one", "three"]));
  });
});

describe("workers", () => {
  test("take whoever waits to sign in before everybody else", async () => {
    await enqueueMail(db, draft("one"));
    await enqueueMail(db, signIn);
    expect(await fetchKeys(1)).toEqual(["sign_in/1"]);
  });

  test("that ask at once never get the same mail", async () => {
    await enqueueMail(db, ...Array.from({ length: 100 }, (_, index) => draft(`mail-${index}`)));
    const keys = (await Promise.all(Array.from({ length: 25 }, () => fetchKeys(4)))).flat();
    const rest = await fetchKeys(100);
    expect(new Set([...keys, ...rest]).size).toBe(100);
    expect(keys.length + rest.length).toBe(100);
  });

  test("never have two mails of one calendar entry, nor one mail twice", async () => {
    const entryId = "01a21d01-4cf1-76db-9b08-7b54cca5842e";
    await enqueueMail(db, draft("one"));
    const { id } = await mailOf("one");
    await boss.send(mailQueue, { mail: "first" }, { singletonKey: entryId });
    await boss.send(mailQueue, { mail: "second" }, { singletonKey: entryId });
    await boss.send(mailQueue, { mail: id }, { singletonKey: id });
    expect((await boss.fetch<MailJob>(mailQueue, { batchSize: 10 })).map(({ data }) => data.mail).toSorted()).toEqual([id, "first"].toSorted());
    expect(await boss.fetch(mailQueue, { batchSize: 10 })).toEqual([]);
  });

  test("that die leave their mail to others, and a late answer changes nothing", async () => {
    await enqueueMail(db, draft("one"));
    const [left] = await boss.fetch<MailJob>(mailQueue);
    const late = await claimMail(left?.data.mail ?? "");
    await passMinute();
    expect(await boss.fetch(mailQueue)).toEqual([]);
    await silence();
    await passMinute();
    const [taken] = await boss.fetch<MailJob>(mailQueue);
    expect(taken?.data).toEqual(left?.data);
    expect(await claimMail(taken?.data.mail ?? "")).toMatchObject({ attempts: 2 });
    if (!left || !late) throw new Error("no mail");
    await markSent(late);
    expect(await boss.complete(mailQueue, { id: left.id, retryCount: 0 })).toMatchObject({ affected: 0 });
    expect(await mailOf("one")).toMatchObject({ state: "sending", attempts: 2 });
  });

  test("lay aside what cannot be done however often it is tried, and go on", { timeout: 60_000 }, async () => {
    await enqueueMail(db, draft("broken"), draft("whole"));
    const broken = await mailOf("broken");
    await db.mail.update({ where: { id: broken.id }, data: { kind: "no_such_kind" } });
    await boss.send(mailQueue, { mail: "no id" }, { singletonKey: "no id" });
    await db.$executeRaw`UPDATE pgboss.job SET "retry_limit" = 0`;
    await work(boss, mailer);
    await expect.poll(async () => (await mailOf("whole")).state, { timeout: 20_000 }).toBe("sent");
    await expect.poll(async () => (await boss.findJobs<MailJob>("dead-letters")).map(({ data }) => data.mail).toSorted(), { timeout: 20_000 }).toEqual([broken.id, "no id"].toSorted());
    expect(arrived).toHaveLength(1);
    await mendMails();
    expect(await mailOf("broken")).toMatchObject({ state: "dead" });
  });

  test("go on at once while there is more, sooner than they look again", { timeout: 60_000 }, async () => {
    await enqueueMail(db, ...Array.from({ length: 20 }, (_, index) => draft(`mail-${index}`)));
    await work(boss, mailer);
    await expect.poll(() => db.mail.count({ where: { state: "sent" } }), { timeout: 50_000 }).toBe(20);
    const [shortest] = await db.$queryRaw<{ seconds: number }[]>`
      SELECT min(pause)::float8 AS "seconds" FROM (
        SELECT extract(epoch FROM "started_on" - lag("started_on") OVER (ORDER BY "started_on")) AS pause FROM pgboss.job WHERE "name" = 'mail') p`;
    expect(shortest?.seconds).toBeLessThan(0.4);
  });

  test("do nothing for a job whose mail is out, or gone", async () => {
    await enqueueMail(db, draft("one"));
    const { id } = await mailOf("one");
    await deliverMail(id, mailer);
    await deliverMail(id, mailer);
    expect(arrived).toHaveLength(1);
    await db.mail.deleteMany();
    await deliverMail(id, mailer);
    expect(arrived).toHaveLength(1);
  });
});
