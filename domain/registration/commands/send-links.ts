import { enqueueMail } from "@/domain/mail/commands";
import type { Locale } from "@/domain/input";
import { db } from "@/prisma/client";

/** Mails of one round. */
const most = 500;

type Due = { key: string; to: string; userId: string; locale: Locale; person: string; url: string; event: string; startsAt: Date; timeZone: string; eventId: string; programmeId: string };

/**
 * Approved participants of admitted organisations, of events whose link is out (rule isLinkOut) and not over, who have
 * not been sent this link. It is sent again where the link changes, the event is put on another day, or the person wants mails
 * at another address: the key has a hash of these.
 */
function listDue(now: Date): Promise<Due[]> {
  return db.$queryRaw<Due[]>`
    SELECT d."key", r."email" AS "to", r."userId", r."locale"::text, r."personName" AS "person", e."meetingUrl" AS "url",
      coalesce(t."title", '') AS "event", e."startsAt", e."timeZone", e."id" AS "eventId", e."programmeId"
    FROM "Registration" r
    JOIN "Event" e ON e."id" = r."eventId"
    JOIN "Admission" a ON a."organisationId" = r."organisationId" AND a."programmeId" = e."programmeId" AND a."state" = 'approved'
    JOIN "Membership" m ON m."organisationId" = r."organisationId" AND m."userId" = r."userId" AND m."state" = 'active'
    LEFT JOIN LATERAL (
      SELECT "title" FROM "EventText" WHERE "eventId" = e."id" ORDER BY "locale" = r."locale" DESC, "locale" = 'en' DESC LIMIT 1
    ) t ON true
    CROSS JOIN LATERAL (
      SELECT 'event_link/' || r."id" || '/' || md5(concat_ws(' ', e."meetingUrl", r."email", to_char(e."startsAt" AT TIME ZONE e."timeZone", 'YYYY-MM-DD'))) AS "key"
    ) d
    WHERE r."state" = 'approved' AND e."meetingUrl" IS NOT NULL AND e."cancelledAt" IS NULL AND e."endsAt" > ${now.toISOString()}::timestamptz
      AND e."startsAt" - e."linkDaysBefore" * interval '24 hours' <= ${now.toISOString()}::timestamptz
      AND NOT EXISTS (SELECT 1 FROM "Mail" WHERE "Mail"."key" = d."key")
    ORDER BY r."id" LIMIT ${most}`;
}

/**
 * Sends the event's link to everybody who takes part, so many days before as the event says; for the worker.
 * @returns how many mails were added
 */
export async function sendLinks(now: Date = new Date()): Promise<number> {
  const due = await listDue(now);
  const drafts = due.map(({ key, to, userId, locale, startsAt, eventId, programmeId, ...rest }) => ({
    kind: "event_link" as const,
    key,
    to,
    userId,
    locale,
    params: { ...rest, startsAt: startsAt.toISOString() },
    about: { programmeId, eventId },
  }));
  await db.$transaction((tx) => enqueueMail(tx, ...drafts));
  return drafts.length;
}
