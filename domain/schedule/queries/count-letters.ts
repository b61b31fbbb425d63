import { db } from "@/prisma/client";

/** How far the mails about a schedule are: on their way just now, put off by the mail server, and those that nobody got. */
export type LetterCounts = { total: number; moving: number; putOff: number; failed: number };

/** Of all mails that tell people of an event's schedule since a release. The caller knows that the actor may see the event. */
export async function countLetters(eventId: string, since: Date): Promise<LetterCounts> {
  const [counts] = await db.$queryRaw<LetterCounts[]>`
    SELECT count(*)::int AS "total",
      (count(*) FILTER (WHERE "state" IN ('queued', 'sending')))::int AS "moving",
      (count(*) FILTER (WHERE "state" = 'failed'))::int AS "putOff",
      (count(*) FILTER (WHERE "state" IN ('dead', 'suppressed')))::int AS "failed"
    FROM "Mail" WHERE "eventId" = ${eventId}::uuid AND "createdAt" >= ${since.toISOString()}::timestamptz
      AND "kind" IN ('schedule_released', 'schedule_changed', 'calendar_meeting', 'calendar_meeting_off')`;
  return counts ?? { total: 0, moving: 0, putOff: 0, failed: 0 };
}
