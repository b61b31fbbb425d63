import type { Locale } from "@/domain/input";
import { aboutEvent } from "@/domain/mail/rules";
import type { MailDraft } from "@/domain/mail/schema";
import { db } from "@/prisma/client";

/** Mails of one round. */
const most = 500;

type Row = {
  key: string; to: string; userId: string; locale: Locale; person: string; event: string; slug: string; startsAt: Date; timeZone: string;
  eventId: string; programmeId: string; partners: string[];
};

/**
 * Participants who are asked how it was: after the last slot of the event, by the database's clock, and within a week;
 * who spoke in a meeting that had its time and has not rated all of them yet. One mail each, ever.
 */
export async function listUnasked(): Promise<MailDraft<"rating_asked">[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT 'rating_asked/' || r."id" AS "key", r."email" AS "to", r."userId", r."locale"::text, r."personName" AS "person", coalesce(t."title", '') AS "event",
      e."slug", e."startsAt", e."timeZone", e."id" AS "eventId", e."programmeId", h."partners"
    FROM "Registration" r
    JOIN "Event" e ON e."id" = r."eventId"
    JOIN "Admission" a ON a."organisationId" = r."organisationId" AND a."programmeId" = e."programmeId" AND a."state" = 'approved'
    JOIN "Membership" m ON m."organisationId" = r."organisationId" AND m."userId" = r."userId" AND m."state" = 'active'
    LEFT JOIN LATERAL (
      SELECT "title" FROM "EventText" WHERE "eventId" = e."id" ORDER BY "locale" = r."locale" DESC, "locale" = 'en' DESC LIMIT 1
    ) t ON true
    CROSS JOIN LATERAL (SELECT max("endsAt") AS "endsAt" FROM "Slot" WHERE "eventId" = e."id") last
    CROSS JOIN LATERAL (
      SELECT array_agg(o."name" ORDER BY s."startsAt") AS "partners", count(*) AS "held", count(g."meetingId") AS "rated"
      FROM "MeetingSide" d
      JOIN "Meeting" c ON c."id" = d."meetingId" AND c."state" = 'agreed'
      JOIN "Seat" s ON s."meetingId" = d."meetingId" AND s."resourceKind" = 'room'
      JOIN "MeetingSide" other ON other."meetingId" = d."meetingId" AND other."organisationId" <> d."organisationId"
      JOIN "Organisation" o ON o."id" = other."organisationId"
      LEFT JOIN "Rating" g ON g."meetingId" = d."meetingId" AND g."organisationId" = d."organisationId"
      WHERE d."registrationId" = r."id"
    ) h
    WHERE r."state" = 'approved' AND last."endsAt" <= now() AND last."endsAt" > now() - interval '7 days' AND h."held" > h."rated"
      AND NOT EXISTS (SELECT 1 FROM "Mail" WHERE "Mail"."key" = 'rating_asked/' || r."id")
    ORDER BY r."id" LIMIT ${most}`;
  return rows.map(({ key, to, userId, locale, slug, eventId, programmeId, startsAt, ...params }) => ({
    kind: "rating_asked", key, to, userId, locale, about: aboutEvent({ id: eventId, programmeId }),
    params: { ...params, startsAt: startsAt.toISOString(), path: `/events/${slug}/outcomes` },
  }));
}
