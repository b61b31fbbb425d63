import { enqueueMail } from "@/domain/mail/commands";
import { db } from "@/prisma/client";
import { noteChanges } from "./note-changes";
import { lettersOfChanges } from "./write-letters";

/** Entries of one round. */
const most = 500;

type Stale = { registrationId: string; meetingId: string | null };

/** Entries of events that are not over which say something else than what is true. */
function listStale(now: Date): Promise<Stale[]> {
  return db.$queryRaw<Stale[]>`
    WITH open AS (
      SELECT c.* FROM "CalendarEntry" c JOIN "Registration" r ON r."id" = c."registrationId" JOIN "Event" e ON e."id" = r."eventId"
      WHERE c."state" = 'confirmed' AND greatest(e."endsAt", c."endsAt") > ${now.toISOString()}::timestamptz
    ), truth AS (
      SELECT * FROM calendar_truth(
        ARRAY(SELECT "registrationId" FROM open WHERE "meetingId" IS NULL), ARRAY(SELECT DISTINCT "meetingId" FROM open WHERE "meetingId" IS NOT NULL))
    )
    SELECT o."registrationId", o."meetingId" FROM open o JOIN truth t ON t."registrationId" = o."registrationId" AND t."uid" = o."uid"
    WHERE NOT t."holds" OR (o."startsAt", o."endsAt", o."place") IS DISTINCT FROM (t."startsAt", t."endsAt", t."place")
    ORDER BY o."id" LIMIT ${most}`;
}

/**
 * Tells calendars of what has changed under entries without a command that noted it, such as the time of an event or a
 * membership that ended; for the worker. What was never told is not begun here.
 * @returns how many mails were added
 */
export async function correctEntries(now: Date = new Date()): Promise<number> {
  const stale = await listStale(now);
  if (stale.length === 0) return 0;
  const registrationIds = stale.flatMap((entry) => (entry.meetingId === null ? [entry.registrationId] : []));
  const meetingIds = stale.flatMap(({ meetingId }) => meetingId ?? []);
  return db.$transaction(async (tx) => {
    const letters = await lettersOfChanges(tx, await noteChanges(tx, { registrationIds, meetingIds }));
    await enqueueMail(tx, ...letters);
    return letters.length;
  });
}
