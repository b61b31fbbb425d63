import { beforeEach, expect, test } from "vitest";
import { atOnce } from "@/cli/test/crowd";
import { db, type Tx } from "@/prisma/client";
import { createPlacement, createPool } from "@/prisma/factories/schedule";
import { loadDraft } from "@/domain/schedule/queries/load-draft";
import { releaseSchedule } from "@/domain/schedule/commands/release-schedule";
import { noteChanges } from "./note-changes";

type Pool = Awaited<ReturnType<typeof createPool>>;
let pool: Pool;
let meetingId: string;

// One meeting is released, in the first of seven slots.
beforeEach(async () => {
  pool = await createPool(3);
  meetingId = pool.meetings[0]?.id ?? "";
  await createPlacement(pool.event, meetingId, [0, 0]);
  const { revision } = await loadDraft(db, pool.event.id);
  await releaseSchedule(pool.moderator, { event: pool.event.slug, revision, after: 0 });
});

type Told = { entryId: string; sequence: number; startsAt: Date };

/** Moves the meeting to a slot without the event's lock, and notes it: nothing but the entry's own lock is left. */
function moveTo(index: number, note: (tx: Tx) => Promise<Told[]>): Promise<Told[]> {
  const slot = pool.event.slots[index];
  if (!slot) throw new Error("no such slot");
  return db.$transaction(async (tx) => {
    await tx.seat.updateMany({ where: { meetingId }, data: { slotId: slot.id, startsAt: slot.startsAt, endsAt: slot.endsAt } });
    return note(tx);
  });
}

const slotsAtOnce = [1, 2, 3, 4, 5, 6];
const sequences = (moves: Told[][]) => moves.flat().map(({ entryId, sequence }) => `${entryId}/${sequence}`);

test("of moves at once each has its own number, and the highest one is what is true", async () => {
  const moves = await Promise.all(atOnce(slotsAtOnce.length, (index) => moveTo(slotsAtOnce[index] ?? 1, (tx) => noteChanges(tx, { meetingIds: [meetingId] }))));
  const told = sequences(moves);
  expect(new Set(told).size).toBe(told.length);
  expect(moves.flat().map(({ sequence }) => sequence).toSorted((a, b) => a - b)).toEqual(slotsAtOnce.flatMap((number) => [number, number]));
  const seat = await db.seat.findFirstOrThrow({ where: { meetingId } });
  const last = moves.flat().filter(({ sequence }) => sequence === slotsAtOnce.length);
  expect(last.map(({ startsAt }) => startsAt)).toEqual([seat.startsAt, seat.startsAt]);
  expect(await db.calendarEntry.count({ where: { meetingId, sequence: slotsAtOnce.length, startsAt: seat.startsAt } })).toBe(2);
});

test("many who note one change at once tell it once", async () => {
  const slot = pool.event.slots[3];
  await db.seat.updateMany({ where: { meetingId }, data: { slotId: slot?.id ?? "", startsAt: slot?.startsAt ?? new Date(), endsAt: slot?.endsAt ?? new Date() } });
  const notes = await Promise.all(atOnce(8, () => db.$transaction((tx) => noteChanges(tx, { meetingIds: [meetingId] }))));
  expect(notes.flat().map(({ sequence }) => sequence)).toEqual([1, 1]);
});

test("twin: who reads the number first and writes it then gives the same number twice, and a calendar that believes the first one is wrong", async () => {
  // Both have looked before the first one writes, as nothing makes the second one wait.
  const { promise: bothLooked, resolve } = Promise.withResolvers<void>();
  let looked = 0;
  const unguarded = (index: number) => async () => {
    const entries = await db.calendarEntry.findMany({ where: { meetingId } });
    looked += 1;
    if (looked === 2) resolve();
    await bothLooked;
    const { startsAt, endsAt } = pool.event.slots[index] ?? { startsAt: new Date(0), endsAt: new Date(1) };
    return Promise.all(entries.map(async ({ id, sequence }) => {
      await db.calendarEntry.updateMany({ where: { id, sequence }, data: { startsAt, endsAt, sequence: sequence + 1 } });
      return { entryId: id, sequence: sequence + 1, startsAt };
    }));
  };
  const told = sequences(await Promise.all([unguarded(1)(), unguarded(2)()]));
  expect(new Set(told).size).toBeLessThan(told.length);
});
