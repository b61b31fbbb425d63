import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { NotFound, SignedOut } from "@/domain/result";
import { visitor } from "@/domain/actor";
import { db } from "@/prisma/client";
import { createStaff } from "@/prisma/factories/people";
import { createProgramme } from "@/prisma/factories/programme";
import { createRun } from "@/prisma/factories/schedule";
import { createFair } from "@/prisma/factories/fair";
import { discardJob, retryJob } from "./commands";
import { getDatabaseTime, getQueueState, isWorkerHeard } from "./queries";
import { recurringJobs } from "./schema";

let organiser: Awaited<ReturnType<typeof createStaff>>;
beforeEach(async () => {
  organiser = await createStaff("organiser", (await createProgramme()).id);
  await db.mail.deleteMany();
  await db.$executeRaw`DELETE FROM pgboss.job`;
  await db.$executeRaw`DELETE FROM pgboss.instance`;
});

/** A mail that waits, or in another state, with the job that its trigger has made. */
const createMail = async (kind: string, state: "queued" | "dead" | "sending" = "queued") =>
  (await db.mail.create({ data: { key: randomUUID(), kind, to: "anna@mail.example", locale: "pl", params: {}, state } })).id;

async function layAside(mail: string) {
  const [job] = await db.$queryRaw<{ id: string }[]>`
    INSERT INTO pgboss.job ("name", "data", "source_output") VALUES ('dead-letters', ${JSON.stringify({ mail })}::jsonb, '{"message": "no such kind"}') RETURNING "id"`;
  return { id: job?.id ?? "" };
}

const deadOnes = async () => (await getQueueState(organiser)).dead.map(({ id }) => id);
const audits = async () => (await db.auditEntry.findMany({ where: { actorId: organiser.userId, objectType: { in: ["mail", "job"] } }, select: { action: true, objectId: true } }));

async function hearOf(name: string, ago: string, stopped: boolean) {
  await db.$executeRaw`
    INSERT INTO pgboss.instance ("id", "host", "pid", "version", "node_version", "heartbeat_seconds", "supervise", "schedule", "migrate", "persist_queue_stats", "persist_warnings", "started_on", "heartbeat_on", "stopped_on")
    VALUES (gen_random_uuid(), ${name}, 1, '12', '24', 10, true, true, false, false, false, now() - interval '3 hours', now() - ${ago}::interval, CASE WHEN ${stopped} THEN now() END)`;
}

test("a worker counts as heard of for a minute, unless it has said good-bye", async () => {
  expect(await isWorkerHeard()).toBe(false);
  await hearOf("silent", "61 seconds", false);
  await hearOf("stopped", "1 second", true);
  expect(await isWorkerHeard()).toBe(false);
  await hearOf("working", "50 seconds", false);
  await hearOf("long gone", "25 hours", false);
  expect(await isWorkerHeard()).toBe(true);
  expect((await getQueueState(organiser)).workers.map(({ host, state }) => [host, state])).toEqual([["working", "working"], ["silent", "silent"], ["stopped", "stopped"]]);
});

test("what waits is counted, by line", async () => {
  await createMail("request_received");
  const later = await createMail("request_received");
  await db.$executeRaw`UPDATE pgboss.job SET "start_after" = now() + interval '1 hour' WHERE "data"->>'mail' = ${later}`;
  await createMail("request_received", "dead");
  await createRun((await createFair(70)).event.id);
  await db.$executeRaw`INSERT INTO pgboss.job ("name", "data", "state", "completed_on") VALUES ('recurring', '{"job": "send-links"}', 'completed', now() - interval '1 minute'), ('recurring', '{"job": "send-links"}', 'failed', now() - interval '2 minutes')`;
  const { lines, recurring } = await getQueueState(organiser);
  expect(lines.map(({ dueSince: _dueSince, ...line }) => line)).toEqual([
    { line: "mail", due: 1, later: 1, active: 0, done: 0, failed: 0 },
    { line: "optimise", due: 1, later: 0, active: 0, done: 0, failed: 0 },
    { line: "recurring", due: 0, later: 0, active: 0, done: 1, failed: 1 },
  ]);
  expect(lines.map(({ dueSince }) => dueSince !== null)).toEqual([true, true, false]);
  expect(recurring.map(({ job }) => job)).toEqual(recurringJobs);
  expect(recurring.filter(({ doneAt }) => doneAt !== null)).toEqual([expect.objectContaining({ job: "send-links", failedAt: expect.any(Date) as Date })]);
});

test.each(["dead", "sending"] as const)("a dead letter whose mail is %s is tried again, once, with an audit entry", async (state) => {
  const mail = await createMail("request_received", state);
  const letter = await layAside(mail);
  expect((await getQueueState(organiser)).dead).toEqual([{ ...letter, kind: "request_received", since: expect.any(Date) as Date, error: "no such kind", canRetry: true }]);
  expect([await retryJob(organiser, letter), await retryJob(organiser, letter)]).toEqual([{ ok: true, value: letter }, { ok: true, value: letter }]);
  expect(await deadOnes()).toEqual([]);
  expect(await db.mail.findUnique({ where: { id: mail } })).toMatchObject({ state: "queued", attempts: 0 });
  expect((await getQueueState(organiser)).lines.find(({ line }) => line === "mail")?.due).toBe(1);
  expect(await audits()).toEqual([{ action: "job.retry", objectId: mail }]);
});

test("what cannot be tried again can be forgotten: a mail that is gone, a broken payload, a secret", async () => {
  const letters = [await layAside(randomUUID()), await layAside("no id"), await layAside(await createMail("sign_in", "dead"))];
  expect((await getQueueState(organiser)).dead.map(({ canRetry }) => canRetry)).toEqual([false, false, false]);
  for (const letter of letters) {
    expect(await retryJob(organiser, letter)).toEqual({ ok: false, reason: "job_hopeless" });
    expect(await deadOnes()).toContain(letter.id);
    expect([await discardJob(organiser, letter), await discardJob(organiser, letter)]).toEqual([{ ok: true, value: letter }, { ok: true, value: letter }]);
  }
  expect(await deadOnes()).toEqual([]);
  expect((await audits()).map(({ action }) => action)).toEqual(["job.discard", "job.discard", "job.discard"]);
});

test("only organisers of a whole programme see it", async () => {
  const fair = await createFair(70);
  await expect(getQueueState(visitor)).rejects.toThrow(SignedOut);
  await expect(getQueueState(fair.moderator)).rejects.toThrow(NotFound);
  await expect(retryJob(fair.moderator, { id: randomUUID() })).rejects.toThrow(NotFound);
});

test("the database tells the time", async () => {
  expect(Math.abs((await getDatabaseTime()).getTime() - Date.now())).toBeLessThan(60_000);
});
