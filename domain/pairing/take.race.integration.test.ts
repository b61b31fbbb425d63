import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { atOnce, countDeadlocks, tally } from "@/cli/test/crowd";
import { agreeMeetings } from "@/domain/meeting/commands";
import { ok } from "@/domain/result";
import { db } from "@/prisma/client";
import { createFoundPairs } from "@/prisma/factories/pairing";
import { createStaff } from "@/prisma/factories/people";
import { createEvent, createProgramme } from "@/prisma/factories/programme";
import { createThrong, openConnections } from "@/prisma/factories/throng";
import { takePairings } from "./commands/take-pairings";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

beforeEach(() => openConnections());

afterEach(async () => {
  await db.$disconnect();
  expect(await countDeadlocks()).toBe(0);
});

/** Twenty organisations in ten proposed pairs. */
async function prepare() {
  const programme = await createProgramme();
  const event = await createEvent({ programmeId: programme.id });
  const throng = await createThrong(event, 20);
  const pairs = Array.from({ length: 10 }, (_, index) => throng.slice(2 * index, 2 * index + 2));
  const run = await createFoundPairs(event.id, pairs.map(([one, other]) => [one?.organisation.id ?? "", other?.organisation.id ?? ""]));
  return { event, pairs, run, moderator: await createStaff("moderator", programme.id, event.id) };
}

const listDoubles = (eventId: string) => db.$queryRaw<unknown[]>`
  SELECT 1 FROM "Meeting" WHERE "eventId" = ${eventId}::uuid AND "state" = 'agreed' GROUP BY "lowId", "highId" HAVING count(*) > 1`;

describe("all proposals are taken thirty times at once", () => {
  test("each pair meets once and is told once", async () => {
    const { event, run, moderator } = await prepare();
    const input = { event: event.slug, run: run.id, scope: "all" as const, pairs: [], subject: "Harbours", subjectLocale: "en" as const };
    expect(await tally(atOnce(30, () => takePairings(moderator, input)))).toEqual({ ok: 30, refused: {}, thrown: [] });
    expect(await db.meeting.count({ where: { eventId: event.id, state: "agreed" } })).toBe(10);
    expect(await listDoubles(event.id)).toEqual([]);
    expect(await db.mail.count({ where: { eventId: event.id, kind: "pairing_made" } })).toBe(20);
    expect(await db.auditEntry.count({ where: { eventId: event.id, action: "pairing_run.take" } })).toBe(1);
  });

  test("twin: without the lock and the index they meet more than once", async () => {
    const { event, pairs, moderator } = await prepare();
    await db.$executeRaw`DROP INDEX "Meeting_agreed_pair_key"`;
    const agreements = pairs.map(([one, other]) => ({
      eventId: event.id, requestId: null, subject: "Harbours", subjectLocale: "en" as const,
      sides: [one, other].map((side) => ({ organisationId: side?.organisation.id ?? "", registrationId: side?.registration.id ?? "" })) as [{ organisationId: string; registrationId: string }, { organisationId: string; registrationId: string }],
    }));
    await tally(atOnce(30, () => db.$transaction(async (tx) => {
      const before = await tx.meeting.count({ where: { eventId: event.id } });
      if (before === 0) await agreeMeetings(tx, moderator, agreements);
      return ok(before);
    })));
    expect((await listDoubles(event.id)).length).toBeGreaterThan(0);
  });
});
