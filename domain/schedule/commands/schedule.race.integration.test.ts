import { beforeEach, describe, expect, test } from "vitest";
import { atOnce, countDeadlocks, tally } from "@/cli/test/crowd";
import { cancelMeeting } from "@/domain/meeting/commands";
import { acceptRequest } from "@/domain/request/commands/answer-request";
import { db } from "@/prisma/client";
import { createMeeting, createRequest } from "@/prisma/factories/meeting";
import { createStaff } from "@/prisma/factories/people";
import { createPlacement, createPool, placeCircle } from "@/prisma/factories/schedule";
import { loadDraft } from "../queries/load-draft";
import { moveMeeting } from "./edit-draft";
import { placeLate } from "./place-late";
import { releaseSchedule } from "./release-schedule";

type Pool = Awaited<ReturnType<typeof createPool>>;

const revisionOf = async ({ event }: Pool) => (await loadDraft(db, event.id)).revision;

/** Seats of the event that one person or room has more than once in a slot. */
async function countDoubleSeats({ event }: Pool): Promise<number> {
  const double = await db.seat.groupBy({
    by: ["resourceId", "slotId"],
    where: { meeting: { eventId: event.id } },
    having: { meetingId: { _count: { gt: 1 } } },
  });
  return double.length;
}

/** What is seated, one line for each meeting: its slot, and how many seats it has there. */
async function listSeated({ event }: Pool): Promise<string[]> {
  const seats = await db.seat.groupBy({ by: ["meetingId", "slotId"], where: { meeting: { eventId: event.id } }, _count: true });
  return seats.map(({ meetingId, slotId, _count }) => `${meetingId} ${slotId} ${_count}`).toSorted();
}

/** Releases what is there, and looks again where somebody was faster. Answers the version's number. */
async function releaseSoon(pool: Pool): Promise<number> {
  const latest = await db.scheduleVersion.findFirst({ where: { eventId: pool.event.id }, orderBy: { number: "desc" }, select: { number: true } });
  const number = latest?.number ?? 0;
  const answer = await releaseSchedule(pool.moderator, { event: pool.event.slug, revision: await revisionOf(pool), after: number });
  if (answer.ok) return answer.value.number;
  expect(answer.reason).toBe("changed_meanwhile");
  return releaseSoon(pool);
}

describe("a release while 200 people accept and cancel", () => {
  test("nobody sits twice, every meeting is whole, and the version and what came later equal the seats", async () => {
    const pool = await createPool(100, { slotCount: 6, roomCount: 60 });
    const { event, participants, meetings, moderator } = pool;
    await placeCircle(pool);
    expect(await releaseSoon(pool)).toBe(1);
    // Everybody asks whoever sits two places further on in the circle.
    const requests = await Promise.all(participants.map(async (one, index) => {
      const other = participants[(index + 2) % participants.length] ?? one;
      return { actor: other.actor, request: await createRequest(one, other) };
    }));
    const crowd = [
      ...requests.map(({ actor, request }) => acceptRequest(actor, { event: event.slug, id: request.id })),
      ...meetings.map((meeting, index) => cancelMeeting(participants[index]?.actor ?? moderator, { event: event.slug, id: meeting.id })),
    ];
    const [result, number] = await Promise.all([tally(crowd), releaseSoon(pool)]);
    expect(result).toEqual({ ok: 200, refused: {}, thrown: [] });
    expect(number).toBe(2);
    expect(await countDoubleSeats(pool)).toBe(0);

    const entries = await db.scheduleEntry.findMany({
      where: { version: { eventId: event.id, number }, meeting: { state: "agreed" } },
      select: { meetingId: true, slotId: true },
    });
    const inVersion = new Set(entries.map(({ meetingId }) => meetingId));
    const late = await db.placement.findMany({
      where: { eventId: event.id, meetingId: { notIn: [...inVersion] }, meeting: { state: "agreed", seats: { some: {} } } },
      select: { meetingId: true, slotId: true },
    });
    expect(await listSeated(pool)).toEqual([...entries, ...late].map(({ meetingId, slotId }) => `${meetingId} ${slotId} 3`).toSorted());
    expect(await db.seat.count({ where: { meeting: { eventId: event.id, state: "cancelled" } } })).toBe(0);
    expect(inVersion.size + late.length).toBe(100);
  }, 120_000);
});

describe("two moderators move the same meeting at once", () => {
  let pool: Pool;
  let version: number;
  beforeEach(async () => {
    pool = await createPool(3);
    ({ version } = await createPlacement(pool.event, pool.meetings[0]?.id ?? "", [0, 0]));
  });
  const input = (slot: number) => ({
    event: pool.event.slug,
    meeting: pool.meetings[0]?.id ?? "",
    slot: pool.event.slots[slot]?.id ?? "",
    room: pool.event.rooms[0]?.id ?? "",
    version,
  });

  test("one does, the other is told", async () => {
    const other = await createStaff("moderator", pool.programme.id);
    const result = await tally([moveMeeting(pool.moderator, input(1)), moveMeeting(other, input(2))]);
    expect(result).toEqual({ ok: 1, refused: { changed_meanwhile: 1 }, thrown: [] });
  });

  test("twin: without the version both believe to have moved it", async () => {
    const naive = async (slot: number) => {
      const { meeting, ...place } = input(slot);
      const { count } = await db.placement.updateMany({ where: { meetingId: meeting }, data: { slotId: place.slot, roomId: place.room } });
      return count === 1 ? { ok: true as const } : { ok: false as const, reason: "changed_meanwhile" };
    };
    expect(await tally([naive(1), naive(2)])).toEqual({ ok: 2, refused: {}, thrown: [] });
  });
});

describe("two releases at once", () => {
  test("one is refused, or each is a version by itself; the seats are those of the last, never mixed", async () => {
    const pool = await createPool(6, { slotCount: 2, roomCount: 3 });
    await placeCircle(pool);
    const other = await createStaff("moderator", pool.programme.id);
    const input = { event: pool.event.slug, revision: await revisionOf(pool), after: 0 };
    const result = await tally([releaseSchedule(pool.moderator, input), releaseSchedule(other, input)]);
    expect(result).toEqual({ ok: 1, refused: { changed_meanwhile: 1 }, thrown: [] });
    expect(await db.scheduleVersion.count({ where: { eventId: pool.event.id } })).toBe(1);
    const entries = await db.scheduleEntry.findMany({ where: { version: { eventId: pool.event.id } } });
    expect(await listSeated(pool)).toEqual(entries.map(({ meetingId, slotId }) => `${meetingId} ${slotId} 3`).toSorted());
  });

  test("50 times the same form of one moderator: one version, the same answer", async () => {
    const pool = await createPool(6, { slotCount: 2, roomCount: 3 });
    await placeCircle(pool);
    const input = { event: pool.event.slug, revision: await revisionOf(pool), after: 0 };
    const answers = await Promise.all(atOnce(50, () => releaseSchedule(pool.moderator, input)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(new Set([JSON.stringify({ ok: true, value: { number: 1 } })]));
    expect(await db.mail.count({ where: { kind: "schedule_released", params: { path: ["path"], equals: `/events/${pool.event.slug}/agenda` } } })).toBe(6);
  });
});

describe("late meetings of one person, all at once", () => {
  /** 20 meetings of the same person, agreed after a release that had nothing to do with them. */
  async function createRush() {
    const pool = await createPool(24, { slotCount: 5, roomCount: 24 });
    await createPlacement(pool.event, pool.meetings[22]?.id ?? "", [0, 0]);
    await releaseSoon(pool);
    const [star, , ...others] = pool.participants;
    if (!star) throw new Error("nobody takes part");
    const meetings = await Promise.all(others.slice(0, 20).map((other) => createMeeting(star, other)));
    return { pool, star, meetings };
  }

  test("as many as there are slots are placed, nobody sits twice", async () => {
    const { pool, star } = await createRush();
    await db.meeting.deleteMany({ where: { eventId: pool.event.id, sides: { some: { registrationId: star.registration.id } } } });
    const requests = await Promise.all(pool.participants.slice(2, 22).map(async (one) => createRequest(one, star)));
    const result = await tally(requests.map((request) => acceptRequest(star.actor, { event: pool.event.slug, id: request.id })));
    expect(result).toEqual({ ok: 20, refused: {}, thrown: [] });
    expect(await db.seat.count({ where: { resourceId: star.actor.userId, meeting: { eventId: pool.event.id } } })).toBe(5);
    expect(await countDoubleSeats(pool)).toBe(0);
    await db.$disconnect();
    expect(await countDeadlocks()).toBe(0);
  });

  // The last test of this file: it takes the guards away.
  test("twin: without the lock and the guards of the database somebody sits twice", async () => {
    const { pool, star, meetings } = await createRush();
    await db.$executeRaw`ALTER TABLE "Seat" DROP CONSTRAINT "Seat_overlap_excl"`;
    await db.$executeRaw`DROP INDEX "Seat_resourceId_slotId_key"`;
    await Promise.all(meetings.map(({ id }) => db.$transaction((tx) => placeLate(tx, star.actor, { eventId: pool.event.id, meetingId: id }))));
    expect(await countDoubleSeats(pool)).toBeGreaterThan(0);
  });
});
