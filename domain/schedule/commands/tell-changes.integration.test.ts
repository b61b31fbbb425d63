import { beforeEach, expect, test } from "vitest";
import { claimMail } from "@/domain/mail/commands";
import type { ChangeLine } from "@/domain/mail/schema";
import { cancelMeeting } from "@/domain/meeting/commands";
import { db } from "@/prisma/client";
import { createPlacement, createPool } from "@/prisma/factories/schedule";
import { loadDraft } from "../queries/load-draft";
import { refreshMail } from "../queries/refresh-mail";
import { releaseSchedule } from "./release-schedule";
import { takeBackSchedule } from "./take-back-schedule";

let pool: Awaited<ReturnType<typeof createPool>>;
const idOf = (index: number) => pool.meetings[index]?.id ?? "";
const startOf = (slot: number) => pool.event.slots[slot]?.startsAt.toISOString();
const nameOf = (index: number) => pool.participants[index]?.organisation.name ?? "";

// A circle of four: 0 meets 1, 1 meets 2, 2 meets 3, 3 meets 0. The first two meetings are placed.
beforeEach(async () => {
  await db.mail.deleteMany();
  pool = await createPool(4);
  await createPlacement(pool.event, idOf(0), [0, 0]);
  await createPlacement(pool.event, idOf(1), [1, 0]);
});

async function release(after: number) {
  const { revision } = await loadDraft(db, pool.event.id);
  expect(await releaseSchedule(pool.moderator, { event: pool.event.slug, revision, after })).toMatchObject({ ok: true });
}

/** What the mails of a version say to one person: partner, time now, time before. */
const line = (partner: string, after?: string, before?: string) => `${partner}: ${after ?? "none"}, before ${before ?? "none"}`;
const toLines = (changes: ChangeLine[] = []) => changes.map(({ partner, after, before }) => line(partner, after?.startsAt, before?.startsAt)).toSorted();
async function told(person: number, version: number) {
  const ends = pool.participants[person]?.registration.id ?? "";
  const mails = await db.mail.findMany({ where: { kind: version > 1 ? "schedule_changed" : "schedule_released", key: { endsWith: ends }, params: { path: ["version"], equals: version } } });
  return mails.map(({ params }) => toLines((params as { changes: ChangeLine[] }).changes));
}

/** All that waits, as the worker takes it and as it would go out now. */
async function refreshAll() {
  const ids = (await db.mail.findMany({ where: { state: { in: ["queued", "sending"] } }, select: { id: true } })).map(({ id }) => id);
  const claimed = await Promise.all(ids.map(claimMail));
  return Promise.all(claimed.flatMap((mail) => mail ?? []).map(refreshMail));
}

/** The same, as it would go out now. */
async function sentNow() {
  const mails = await refreshAll();
  return mails.flatMap((mail) => (mail !== "outdated" && (mail.kind === "schedule_released" || mail.kind === "schedule_changed") ? [toLines(mail.params.changes)] : []));
}

test("the first release tells each their meetings, a later one what has changed, and nobody for whom nothing has", async () => {
  await release(0);
  expect(await told(1, 1)).toEqual([[line(nameOf(0), startOf(0)), line(nameOf(2), startOf(1))].toSorted()]);
  expect(await told(3, 1)).toEqual([]);
  await db.placement.update({ where: { meetingId: idOf(0) }, data: { slotId: pool.event.slots[2]?.id ?? "" } });
  await db.placement.delete({ where: { meetingId: idOf(1) } });
  await createPlacement(pool.event, idOf(2), [3, 1]);
  await release(1);
  expect(await told(0, 2)).toEqual([[line(nameOf(1), startOf(2), startOf(0))]]);
  expect(await told(1, 2)).toEqual([[line(nameOf(0), startOf(2), startOf(0)), line(nameOf(2), undefined, startOf(1))].toSorted()]);
  await db.placement.update({ where: { meetingId: idOf(0) }, data: { slotId: pool.event.slots[4]?.id ?? "" } });
  await release(2);
  expect([await told(2, 3), await told(3, 3)]).toEqual([[], []]);
});

test("what a later version changed before the mail was out is left out of it; what stayed is told", async () => {
  await release(0);
  await db.placement.update({ where: { meetingId: idOf(0) }, data: { slotId: pool.event.slots[2]?.id ?? "" } });
  await release(1);
  expect((await sentNow()).flat().toSorted()).toEqual([
    line(nameOf(1), startOf(2), startOf(0)), line(nameOf(0), startOf(2), startOf(0)), line(nameOf(2), startOf(1)), line(nameOf(1), startOf(1)),
  ].toSorted());
});

test("nothing of a version that was taken back goes out, nor that it was taken back once it is out again", async () => {
  await release(0);
  await takeBackSchedule(pool.moderator, { event: pool.event.slug, number: 1 });
  expect(await sentNow()).toEqual([]);
  await release(1);
  const mails = await refreshAll();
  expect(mails.filter((mail) => mail !== "outdated" && mail.kind === "schedule_taken_back")).toEqual([]);
});

test("a meeting that was cancelled meanwhile is told by its own mail alone", async () => {
  await release(0);
  await cancelMeeting(pool.moderator, { event: pool.event.slug, id: idOf(0) });
  expect((await sentNow()).flat().toSorted()).toEqual([line(nameOf(1), startOf(1)), line(nameOf(2), startOf(1))].toSorted());
});
