import { beforeEach, expect, test } from "vitest";
import { tally } from "@/cli/test/crowd";
import { db } from "@/prisma/client";
import { createMeeting, createParticipant } from "@/prisma/factories/meeting";
import { createPlacement, createPool } from "@/prisma/factories/schedule";
import { loadDraft } from "../queries/load-draft";
import { loadOptions } from "../queries/load-options";
import { loadLatest } from "../queries/load-release";
import { moveLateMeeting } from "./move-late";
import { seatLate } from "./place-late";
import { releaseSchedule } from "./release-schedule";

type Pool = Awaited<ReturnType<typeof createPool>>;
type Participant = Awaited<ReturnType<typeof createParticipant>>;
type Rush = { pool: Pool; star: Participant; others: Participant[]; meetings: string[] };

const wanted = 2;

/** Slots that one room has more than one meeting in, or one person. */
async function countDouble({ pool }: Rush): Promise<number> {
  const double = await db.seat.groupBy({
    by: ["resourceId", "slotId"],
    where: { meeting: { eventId: pool.event.id } },
    having: { meetingId: { _count: { gt: 1 } } },
  });
  return double.length;
}

/** A released schedule with one room, and late meetings without a time. */
async function createRush(pairs: (there: Participant[]) => [Participant, Participant][]): Promise<Rush> {
  const pool = await createPool(3, { slotCount: 4, roomCount: 1 });
  await createPlacement(pool.event, pool.meetings[0]?.id ?? "", [0, 0]);
  const { revision } = await loadDraft(db, pool.event.id);
  await releaseSchedule(pool.moderator, { event: pool.event.slug, revision, after: 0 });
  const there = await Promise.all(Array.from({ length: 12 }, () => createParticipant(pool.event)));
  const [star, ...others] = there;
  if (!star) throw new Error("nobody takes part");
  const meetings = await Promise.all(pairs(there).map(([one, other]) => createMeeting(one, other)));
  return { pool, star, others, meetings: meetings.map(({ id }) => id) };
}

/** Six pairs of different people, who share nothing but the room. */
const strangers = (there: Participant[]): [Participant, Participant][] =>
  there.flatMap((one, index) => (index % 2 === 0 ? [[one, there[index + 1] ?? one] as [Participant, Participant]] : []));

const move = ({ pool }: Rush, one: Participant, meeting: string, slot = wanted) =>
  moveLateMeeting(one.actor, { event: pool.event.slug, meeting, slot: pool.event.slots[slot]?.id ?? "", version: 0 });

let rush: Rush;
beforeEach(async () => {
  rush = await createRush(strangers);
});

test("six meetings want the one room of a slot: one gets it", async () => {
  const { star, others, meetings } = rush;
  const people = [star, ...others];
  const result = await tally(meetings.map((meeting, index) => move(rush, people[index * 2] ?? star, meeting)));
  expect(result).toEqual({ ok: 1, refused: { slot_taken: 5 }, thrown: [] });
  expect(await countDouble(rush)).toBe(0);
});

test("both sides move one meeting at once: one does, the other is told", async () => {
  const { star, others, meetings: [meeting = ""] } = rush;
  const result = await tally([move(rush, star, meeting, 2), move(rush, others[0] ?? star, meeting, 3)]);
  expect(result).toEqual({ ok: 1, refused: { changed_meanwhile: 1 }, thrown: [] });
  expect(await db.seat.count({ where: { meetingId: meeting } })).toBe(3);
});

// The last test of this file: it takes the guards away.
test("twin: without the lock and the guards of the database the room is given away twice", async () => {
  const { pool, meetings } = rush;
  await db.$executeRaw`ALTER TABLE "Seat" DROP CONSTRAINT "Seat_overlap_excl"`;
  await db.$executeRaw`DROP INDEX "Seat_resourceId_slotId_key"`;
  // All have looked before the first one sits down.
  const seen = await loadOptions(db, pool.event.id, await loadLatest(db, pool.event.id), meetings);
  await Promise.all(meetings.map((meetingId) => db.$transaction(async (tx) => {
    const place = seen.get(meetingId)?.places[wanted - 1];
    if (place) await seatLate(tx, { meetingId, slotId: place.slot.id, roomId: place.room.id }, pool.event.id);
  })));
  expect(await countDouble(rush)).toBeGreaterThan(0);
});
