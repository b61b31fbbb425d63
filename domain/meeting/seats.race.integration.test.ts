import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { atOnce, countDeadlocks } from "@/cli/test/crowd";
import { db } from "@/prisma/client";
import { createThrong, createMeetings, measurePatience, openConnections, pairsOf } from "@/prisma/factories/throng";
import { createEvent, createProgramme } from "@/prisma/factories/programme";
import { cancelMeeting } from "./commands";

// A stampede on a busy machine takes its time; where time is promised, the test itself measures it.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let programmeId: string;

beforeAll(async () => {
  programmeId = (await createProgramme()).id;
});

beforeEach(() => openConnections());

afterEach(async () => {
  await db.$disconnect();
  expect(await countDeadlocks()).toBe(0);
});

async function seat(meeting: string, slot: string | undefined, room: string | undefined): Promise<string> {
  const [row] = await db.$queryRaw<{ answer: string }[]>`
    SELECT seat_meeting(${meeting}::uuid, ${slot ?? ""}::uuid, ${room ?? ""}::uuid) AS answer`;
  return row?.answer ?? "";
}

/** How often each answer was given. */
function count(answers: readonly string[]): Record<string, number> {
  return Object.fromEntries(Map.groupBy(answers, (answer) => answer).entries().map(([answer, all]) => [answer, all.length]));
}

/**
 * What invariants 1 and 2 of the portal forbid: somebody or a room in two meetings that overlap in time, and
 * meetings that are placed in part. Empty where they hold.
 */
function listBroken() {
  return db.$queryRaw<unknown[]>`
    SELECT 'overlap' FROM "Seat" a JOIN "Seat" b ON a."resourceId" = b."resourceId" AND a."meetingId" < b."meetingId"
      AND tstzrange(a."startsAt", a."endsAt") && tstzrange(b."startsAt", b."endsAt")
    UNION ALL
    SELECT 'part' FROM "Seat" GROUP BY "meetingId"
      HAVING count(*) <> 3 OR count(*) FILTER (WHERE "resourceKind" = 'room') <> 1 OR count(DISTINCT "slotId") <> 1`;
}

/** The room or slot of the meeting with this number, the same in every run. */
function choose<T>(list: readonly T[], index: number, step: number): T | undefined {
  return list[(index * step + Math.floor(index / list.length)) % list.length];
}

describe("1,000 meetings want one slot and one room", () => {
  test("exactly one gets it", async () => {
    const event = await createEvent({ programmeId });
    const meetings = await createMeetings(pairsOf(await createThrong(event, 46)).slice(0, 1000));
    const patience = await measurePatience();
    const began = performance.now();
    const answers = await Promise.all(meetings.map((meeting) => seat(meeting, event.slots[0]?.id, event.rooms[0]?.id)));
    const took = performance.now() - began;
    expect(count(answers)).toEqual({ seated: 1, taken: 999 });
    expect(took).toBeLessThan(patience);
    expect(await db.seat.count({ where: { slot: { eventId: event.id } } })).toBe(3);
  });

  test("one meeting placed 1,000 times at once is placed once", async () => {
    const event = await createEvent({ programmeId });
    const [meeting = ""] = await createMeetings(pairsOf(await createThrong(event, 2)));
    const answers = await Promise.all(atOnce(1000, (index) => seat(meeting, choose(event.slots, index, 1)?.id, choose(event.rooms, index, 1)?.id)));
    expect(count(answers)).toEqual({ seated: 1, taken: 999 });
  });
});

/** 1,000 meetings of 40 organisations in 20 slots: two events at the same time with the same people in both. */
async function placeThousand(): Promise<string[]> {
  const first = await createEvent({ programmeId, slotCount: 20, roomCount: 10, endsAt: new Date("2027-03-18T19:00:00Z") });
  const second = await createEvent({ programmeId, slotCount: 20, roomCount: 10, endsAt: new Date("2027-03-18T19:00:00Z") });
  const there = await createThrong(first, 40);
  const registrations = await db.registration.createManyAndReturn({
    data: there.map(({ organisation, actor, registration }) => ({
      eventId: second.id, organisationId: organisation.id, userId: actor.userId, state: "approved", personName: "Alex Example",
      email: registration.email, locale: "en", languages: ["en"],
    })),
    select: { id: true },
  });
  const here = there.map((one, index) => ({ ...one, registration: { ...one.registration, eventId: second.id, id: registrations[index]?.id ?? "" } }));
  const one = await createMeetings(pairsOf(there).slice(0, 500));
  const other = await createMeetings(pairsOf(here).slice(-500));
  const wanted = one.flatMap((meeting, index) => [{ event: first, meeting, index }, { event: second, meeting: other[index] ?? "", index }]);
  return Promise.all(wanted.map(({ event, meeting, index }) => seat(meeting, choose(event.slots, index, 7)?.id, choose(event.rooms, index, 3)?.id)));
}

describe("1,000 meetings of 40 organisations in 20 slots", () => {
  test("nobody sits twice, also not in two events at the same time, and nothing is placed in part", async () => {
    const answers = await placeThousand();
    const { seated = 0, taken = 0 } = count(answers);
    expect([seated + taken, seated > 50, taken > 50]).toEqual([1000, true, true]);
    expect(await listBroken()).toEqual([]);
  });
});

describe("a placed meeting cancelled 50 times at once", () => {
  async function placed() {
    const event = await createEvent({ programmeId });
    const [one, other] = await createThrong(event, 2);
    if (!one || !other) throw new Error("no throng");
    const [meeting = ""] = await createMeetings([[one, other]]);
    await seat(meeting, event.slots[0]?.id, event.rooms[0]?.id);
    return { event, one, other, meeting };
  }

  test("ends once, with one mail to each", async () => {
    const { event, one, other, meeting } = await placed();
    const answers = await Promise.all(atOnce(50, (index) =>
      cancelMeeting((index % 2 === 0 ? one : other).actor, { event: event.slug, id: meeting, reason: `${index}` }),
    ));
    expect(answers).toEqual(Array.from({ length: 50 }, () => ({ ok: true, value: { id: meeting } })));
    expect(await db.auditEntry.count({ where: { objectId: meeting } })).toBe(1);
    expect(await db.mail.count({ where: { key: { contains: meeting } } })).toBe(2);
    expect(await db.seat.count({ where: { meetingId: meeting } })).toBe(0);
  });

  test("without the condition in the update it ends more than once", async () => {
    const { meeting } = await placed();
    const ended = await Promise.all(atOnce(50, () =>
      db.$transaction(async (tx) => {
        const [row] = await tx.$queryRaw<{ state: string }[]>`SELECT "state"::text FROM "Meeting" WHERE "id" = ${meeting}::uuid`;
        if (row?.state !== "agreed") return 0;
        await tx.$executeRaw`DELETE FROM "Seat" WHERE "meetingId" = ${meeting}::uuid`;
        return tx.$executeRaw`UPDATE "Meeting" SET "state" = 'cancelled' WHERE "id" = ${meeting}::uuid`;
      }),
    ));
    expect(ended.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(1);
  });
});

describe("without the unique index and the exclusion", () => {
  test("the same thousand sit twice", async () => {
    await db.$executeRaw`TRUNCATE "Seat"`;
    await db.$executeRaw`ALTER TABLE "Seat" DROP CONSTRAINT "Seat_overlap_excl"`;
    await db.$executeRaw`DROP INDEX "Seat_resourceId_slotId_key"`;
    await placeThousand();
    expect((await listBroken()).length).toBeGreaterThan(0);
  });
});
