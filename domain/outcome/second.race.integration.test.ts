import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { countDeadlocks, tally } from "@/cli/test/crowd";
import { db } from "@/prisma/client";
import { createPastEvent } from "@/prisma/factories/outcome";
import { createProgramme } from "@/prisma/factories/programme";
import { createMeetings, createThrong, openConnections, type ThrongMember } from "@/prisma/factories/throng";
import { wishSecond } from "./commands/wish-second";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const count = 50;

beforeEach(() => openConnections());
afterEach(async () => {
  await db.$disconnect();
  expect(await countDeadlocks()).toBe(0);
});

/** Pairs that have met, each at a time of its own, and rated the meeting. */
async function prepare() {
  const programme = await createProgramme();
  const event = await createPastEvent({ programmeId: programme.id, roomCount: count });
  const throng = await createThrong(event, 2 * count);
  const pairs = throng.slice(0, count).map((one, index): [ThrongMember, ThrongMember] => [one, throng[count + index] ?? one]);
  const ids = await createMeetings(pairs);
  for (const [index, id] of ids.entries()) await db.$queryRaw`SELECT seat_meeting(${id}::uuid, ${event.slots[0]?.id}::uuid, ${event.rooms[index]?.id}::uuid) AS answer`;
  await db.rating.createMany({
    data: pairs.flatMap((pair, index) => pair.map(({ organisation, actor }) => ({ meetingId: ids[index] ?? "", organisationId: organisation.id, userId: actor.userId, outcome: "informative" as const }))),
  });
  return { event, ids, pairs };
}

const listAgreed = (ids: string[]) => db.secondMeeting.count({ where: { meetingId: { in: ids } } });

describe("both sides of 50 meetings wish for a second one at once", () => {
  test("each pair has exactly one, and each of the two is told once", async () => {
    const { event, ids, pairs } = await prepare();
    const wishes = pairs.flatMap((pair, index) => pair.map(({ actor }) => wishSecond(actor, { event: event.slug, meeting: ids[index] ?? "", wish: "yes" })));
    expect(await tally(wishes)).toEqual({ ok: 2 * count, refused: {}, thrown: [] });
    expect(await listAgreed(ids)).toBe(count);
    expect(await db.mail.count({ where: { kind: "second_agreed", eventId: event.id } })).toBe(2 * count);
  });

  test("without the lock some pairs are left waiting for each other", async () => {
    const { ids, pairs } = await prepare();
    const careless = ({ organisation }: ThrongMember, meetingId: string) => db.$transaction(async (tx) => {
      await tx.rating.updateMany({ where: { meetingId, organisationId: organisation.id }, data: { wishesAgain: true } });
      if ((await tx.rating.count({ where: { meetingId, wishesAgain: true } })) === 2) await tx.secondMeeting.createMany({ data: [{ meetingId }], skipDuplicates: true });
    });
    await Promise.all(pairs.flatMap((pair, index) => pair.map((side) => careless(side, ids[index] ?? ""))));
    expect(await listAgreed(ids)).toBeLessThan(count);
  });
});
