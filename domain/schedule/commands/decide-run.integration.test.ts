import { beforeEach, expect, test } from "vitest";
import { visitor, type Actor } from "@/domain/actor";
import { NotFound, SignedOut } from "@/domain/result";
import { db } from "@/prisma/client";
import { createStaff } from "@/prisma/factories/people";
import { createProgramme } from "@/prisma/factories/programme";
import { createFinishedRun, createPlacement, createPool, createRun } from "@/prisma/factories/schedule";
import { loadDraft } from "../queries/load-draft";
import { acceptRun, discardRun } from "./decide-run";

let pool: Awaited<ReturnType<typeof createPool>>;
beforeEach(async () => {
  pool = await createPool(4);
});

const idOf = (index: number) => pool.meetings[index]?.id ?? "";
const keyOf = ({ id }: { id: string }) => ({ event: pool.event.slug, run: id });
const accept = (run: { id: string }, actor: Actor = pool.moderator) => acceptRun(actor, keyOf(run));
const discard = (run: { id: string }, actor: Actor = pool.moderator) => discardRun(actor, keyOf(run));
/** A run that has placed meetings 0 and 1 one after the other, and 3 beside the first, from the draft as it is now. */
const finish = async () =>
  createFinishedRun(pool.event, (await loadDraft(db, pool.event.id)).revision, [[idOf(0), 0, 0], [idOf(1), 1, 0], [idOf(3), 0, 1]]);
/** "0 at 1 2": meeting 0 in slot 1 and room 2. */
async function placements() {
  const rows = await db.placement.findMany({ where: { eventId: pool.event.id } });
  const at = (items: readonly { id: string }[], id: string) => items.findIndex((item) => item.id === id);
  return rows.map(({ meetingId, slotId, roomId }) => `${at(pool.meetings, meetingId)} at ${at(pool.event.slots, slotId)} ${at(pool.event.rooms, roomId)}`).toSorted();
}

test("an accepted answer is the draft: new, moved and gone; once, with an audit entry", async () => {
  await createPlacement(pool.event, idOf(0), [2, 2]);
  await createPlacement(pool.event, idOf(2), [3, 0]);
  const run = await finish();
  expect(await accept(run)).toEqual({ ok: true, value: { id: run.id } });
  expect(await placements()).toEqual(["0 at 0 0", "1 at 1 0", "3 at 0 1"]);
  expect(await accept(run)).toEqual({ ok: true, value: { id: run.id } });
  const audit = await db.auditEntry.findMany({ where: { eventId: pool.event.id, action: "run.accept" }, select: { actorId: true, details: true } });
  expect(audit).toEqual([{ actorId: pool.moderator.userId, details: { placed: 2, moved: 1, removed: 1 } }]);
  expect(await discard(run)).toEqual({ ok: false, reason: "run_accepted" });
});

test("what is locked stays, whatever the answer says; whoever has cancelled since gets no place", async () => {
  await createPlacement(pool.event, idOf(0), [5, 3], true);
  const run = await finish();
  await db.meeting.update({ where: { id: idOf(1) }, data: { state: "cancelled" } });
  expect(await accept(run)).toMatchObject({ ok: true });
  expect(await placements()).toEqual(["0 at 5 3", "3 at 0 1"]);
});

test("is refused where the draft, or the day, is not what the run began from; nothing is written", async () => {
  const run = await finish();
  await createPlacement(pool.event, idOf(2), [3, 0]);
  expect(await accept(run)).toEqual({ ok: false, reason: "changed_meanwhile" });
  expect(await placements()).toEqual(["2 at 3 0"]);
  const other = await finish();
  await db.room.delete({ where: { id: pool.event.rooms[1]?.id ?? "" } });
  expect(await accept(other)).toEqual({ ok: false, reason: "changed_meanwhile" });
  expect(await placements()).toEqual(["2 at 3 0"]);
});

test("only what has ended with a schedule can be accepted, and nothing that was discarded", async () => {
  const waiting = await createRun(pool.event.id);
  expect([await accept(waiting), await discard(waiting)]).toEqual([{ ok: false, reason: "run_unfinished" }, { ok: false, reason: "run_unfinished" }]);
  await db.scheduleRun.update({ where: { id: waiting.id }, data: { state: "failed", finishedAt: new Date() } });
  expect(await accept(waiting)).toEqual({ ok: false, reason: "nothing_found" });
  const run = await finish();
  expect([await discard(run), await discard(run)]).toEqual([{ ok: true, value: { id: run.id } }, { ok: true, value: { id: run.id } }]);
  expect(await accept(run)).toEqual({ ok: false, reason: "run_discarded" });
  expect(await placements()).toEqual([]);
  expect(await db.auditEntry.count({ where: { eventId: pool.event.id, action: "run.discard" } })).toBe(1);
});

test("who may: staff of the event or of its programme, nobody else; and only for runs of the event", async () => {
  const run = await finish();
  const strangers = [pool.participants[0]?.actor ?? visitor, await createStaff("organiser", (await createProgramme()).id)];
  for (const decide of [accept, discard]) {
    for (const stranger of strangers) await expect(decide(run, stranger)).rejects.toThrow(NotFound);
    await expect(decide(run, visitor)).rejects.toThrow(SignedOut);
    await expect(decide(await createRun((await createPool(3)).event.id))).rejects.toThrow(NotFound);
  }
  expect(await placements()).toEqual([]);
  expect(await accept(run, await createStaff("organiser", pool.programme.id))).toMatchObject({ ok: true });
});
