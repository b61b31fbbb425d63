import { beforeEach, expect, test } from "vitest";
import { visitor, type Actor } from "@/domain/actor";
import { NotFound, SignedOut } from "@/domain/result";
import { db } from "@/prisma/client";
import { createStaff } from "@/prisma/factories/people";
import { createProgramme } from "@/prisma/factories/programme";
import { createPool, createRun } from "@/prisma/factories/schedule";
import { startRunSchema } from "../schema";
import { cancelRun, startRun } from "./start-run";

let pool: Awaited<ReturnType<typeof createPool>>;
beforeEach(async () => {
  pool = await createPool(3);
});

const settings = { seconds: 5, fairness: 2, kept: "locked" } as const;
const start = (actor: Actor = pool.moderator, more: Partial<typeof settings> = {}) => startRun(actor, { event: pool.event.slug, ...settings, ...more });
const stored = () => db.scheduleRun.findMany({ where: { eventId: pool.event.id } });

test("a run waits with its settings; the same form again finds it, another one is told", async () => {
  const first = await start();
  expect(await stored()).toMatchObject([{ ...settings, state: "queued", askedById: pool.moderator.userId, attempts: 0, answer: null, finishedAt: null }]);
  expect(await start()).toEqual(first);
  expect(await startRun(pool.moderator, { event: pool.event.slug, ...settings, fairness: null })).toEqual({ ok: false, reason: "already_running" });
  expect(await start(await createStaff("moderator", pool.programme.id))).toEqual({ ok: false, reason: "already_running" });
  expect(await db.auditEntry.count({ where: { eventId: pool.event.id, action: "run.start" } })).toBe(1);
});

test("an event without an agreed meeting has nothing to place", async () => {
  await db.meeting.updateMany({ where: { eventId: pool.event.id }, data: { state: "cancelled" } });
  expect(await start()).toEqual({ ok: false, reason: "nothing_to_place" });
});

test("the next one may begin when the one before has ended", async () => {
  const run = await createRun(pool.event.id);
  expect(await start()).toEqual({ ok: false, reason: "already_running" });
  await cancelRun(pool.moderator, { event: pool.event.slug, run: run.id });
  expect(await start()).toMatchObject({ ok: true });
});

test("one that waits is cancelled at once, one at work is asked to end, one that has ended stays as it is", async () => {
  const cancel = (run: { id: string }) => cancelRun(pool.moderator, { event: pool.event.slug, run: run.id });
  const stateOf = ({ id }: { id: string }) => db.scheduleRun.findUniqueOrThrow({ where: { id } });
  const waiting = await createRun(pool.event.id);
  expect([await cancel(waiting), await cancel(waiting)]).toEqual([{ ok: true, value: { id: waiting.id } }, { ok: true, value: { id: waiting.id } }]);
  expect(await stateOf(waiting)).toMatchObject({ state: "cancelled", answer: null, finishedAt: expect.any(Date) as Date });
  const working = await createRun(pool.event.id, { state: "running", attempts: 1, heartbeatAt: new Date() });
  await cancel(working);
  expect(await stateOf(working)).toMatchObject({ state: "running", cancelRequestedAt: expect.any(Date) as Date, finishedAt: null });
  await db.scheduleRun.update({ where: { id: working.id }, data: { state: "failed", finishedAt: new Date(), cancelRequestedAt: null } });
  expect(await cancel(working)).toMatchObject({ ok: true });
  expect(await stateOf(working)).toMatchObject({ state: "failed", cancelRequestedAt: null });
  expect(await db.auditEntry.count({ where: { eventId: pool.event.id, action: "run.cancel" } })).toBe(2);
});

test("who may: staff of the event or of its programme, nobody else; and only for runs of the event", async () => {
  const strangers = [pool.participants[0]?.actor ?? visitor, await createStaff("organiser", (await createProgramme()).id)];
  const run = await createRun((await createPool(3)).event.id);
  for (const stranger of strangers) {
    await expect(start(stranger)).rejects.toThrow(NotFound);
    await expect(cancelRun(stranger, { event: pool.event.slug, run: run.id })).rejects.toThrow(NotFound);
  }
  await expect(start(visitor)).rejects.toThrow(SignedOut);
  await expect(cancelRun(visitor, { event: pool.event.slug, run: run.id })).rejects.toThrow(SignedOut);
  await expect(cancelRun(pool.moderator, { event: pool.event.slug, run: run.id })).rejects.toThrow(NotFound);
  expect(await stored()).toEqual([]);
  expect(await start(await createStaff("organiser", pool.programme.id))).toMatchObject({ ok: true });
});

const [now, answer] = [new Date(), {}];
test.each([
  { about: "no time to work", data: { seconds: 0 } },
  { about: "a negative difference", data: { fairness: -1 } },
  { about: "at work without a sign of life", data: { state: "running", attempts: 1 } },
  { about: "waiting, and yet ended", data: { finishedAt: now } },
  { about: "done, and not ended", data: { state: "done", answer, revision: "a" } },
  { about: "done without an answer", data: { state: "done", finishedAt: now } },
  { about: "an answer while it works", data: { state: "running", attempts: 1, heartbeatAt: now, answer, revision: "a" } },
  { about: "an answer that belongs to no draft", data: { state: "done", finishedAt: now, answer } },
  { about: "accepted without an answer", data: { state: "cancelled", finishedAt: now, acceptedAt: now } },
  { about: "accepted and discarded", data: { state: "done", finishedAt: now, answer, revision: "a", acceptedAt: now, discardedAt: now } },
] as const)("the database refuses a run with $about", async ({ data }) => {
  await expect(createRun(pool.event.id, data)).rejects.toThrow(/check constraint|ScheduleRun_\w+_check/);
});

test.each([
  { given: { seconds: "30", fairness: "none", kept: "placed" }, read: { seconds: 30, fairness: null, kept: "placed" } },
  { given: { seconds: "5", fairness: "2", kept: "locked" }, read: { seconds: 5, fairness: 2, kept: "locked" } },
  { given: { seconds: "600", fairness: "none", kept: "placed" }, read: undefined },
  { given: { seconds: "5", fairness: "-1", kept: "placed" }, read: undefined },
  { given: { seconds: "5", fairness: "none", kept: "all" }, read: undefined },
])("settings $given", ({ given, read }) => {
  expect(startRunSchema.safeParse({ event: "an-event", ...given }).data).toEqual(read && { event: "an-event", ...read });
});
