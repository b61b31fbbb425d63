import { expect, test } from "vitest";
import { db } from "@/prisma/client";
import { createFair } from "@/prisma/factories/fair";
import { loadDraft } from "../queries/load-draft";
import { countLetters } from "../queries/count-letters";
import { releaseSchedule } from "./release-schedule";

const people = 500;

test("a release for 500 participants writes every mail and its job in the one transaction, and says how far they are", async () => {
  const { event, meetings, moderator } = await createFair(people);
  // One meeting for each: the first offset of the circle, every other person.
  const placed = meetings.filter((_meeting, index) => index % 6 === 0);
  const slots = event.slots.length;
  await db.placement.createMany({
    data: placed.map(({ id }, index) => ({ meetingId: id, eventId: event.id, slotId: event.slots[slots - 1 - (index % 6)]?.id ?? "", roomId: event.rooms[Math.floor(index / 6)]?.id ?? "" })),
  });
  const { revision } = await loadDraft(db, event.id);
  const begun = performance.now();
  expect(await releaseSchedule(moderator, { event: event.slug, revision, after: 0, note: "" })).toEqual({ ok: true, value: { number: 1 } });
  const seconds = (performance.now() - begun) / 1000;

  const { releasedAt } = await db.scheduleVersion.findFirstOrThrow({ where: { eventId: event.id } });
  const letters = await countLetters(event.id, releasedAt);
  const [jobs] = await db.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS "count" FROM pgboss.job WHERE "name" = 'mail'`;
  console.log(`released to ${people} participants in ${seconds.toFixed(2)} s: ${letters.total} mails, ${jobs?.count ?? 0} jobs`);
  expect(letters).toEqual({ total: people * 2, moving: people * 2, putOff: 0, failed: 0 });
  expect(jobs?.count).toBe(people * 2);
});
