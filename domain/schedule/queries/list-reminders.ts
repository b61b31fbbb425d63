import type { Locale } from "@/domain/input";
import { aboutEvent } from "@/domain/mail/rules";
import type { MailDraft, MeetingLine } from "@/domain/mail/schema";
import { db, type Tx } from "@/prisma/client";

/** Mails of one round. */
const most = 500;

type Kind = "reminder_day" | "reminder_hour";
type Due = {
  kind: Kind; key: string; registrationId: string; to: string; userId: string; locale: Locale; person: string; country: string; event: string; slug: string;
  startsAt: Date; timeZone: string; eventId: string; programmeId: string;
};

/**
 * Reminders that are due by the database's clock: a day before the person's first meeting or the event, for whoever
 * took part by then, and an hour before, for everybody who takes part. Nothing was planned before, so that what has
 * been cancelled or moved is never told. Of the day one for each day that the event has been put on, of the hour one for
 * each time.
 * @param onlyFor reminders of this registration, told already or not; otherwise all that have not been told
 */
function listDue(onlyFor: string | null): Promise<Due[]> {
  return db.$queryRaw<Due[]>`
    SELECT k."kind", k."key", r."id" AS "registrationId", r."email" AS "to", r."userId", r."locale"::text, r."personName" AS "person", o."country",
      coalesce(t."title", '') AS "event", e."slug", f."startsAt", e."timeZone", e."id" AS "eventId", e."programmeId"
    FROM "Registration" r
    JOIN "Event" e ON e."id" = r."eventId"
    JOIN "Organisation" o ON o."id" = r."organisationId"
    JOIN "Admission" a ON a."organisationId" = r."organisationId" AND a."programmeId" = e."programmeId" AND a."state" = 'approved'
    JOIN "Membership" m ON m."organisationId" = r."organisationId" AND m."userId" = r."userId" AND m."state" = 'active'
    LEFT JOIN "CalendarEntry" c ON c."registrationId" = r."id" AND c."meetingId" IS NULL
    LEFT JOIN LATERAL (
      SELECT "title" FROM "EventText" WHERE "eventId" = e."id" ORDER BY "locale" = r."locale" DESC, "locale" = 'en' DESC LIMIT 1
    ) t ON true
    CROSS JOIN LATERAL (
      SELECT least(e."startsAt", min(s."startsAt")) AS "startsAt" FROM "MeetingSide" d
      JOIN "Seat" s ON s."meetingId" = d."meetingId" AND s."resourceKind" = 'room' WHERE d."registrationId" = r."id"
    ) f
    CROSS JOIN LATERAL (VALUES
      ('reminder_day', f."startsAt" - interval '24 hours', f."startsAt" - interval '2 hours', f."startsAt" - interval '24 hours'),
      ('reminder_hour', f."startsAt" - interval '1 hour', f."startsAt", f."startsAt")
    ) w ("kind", "from", "until", "joinedBy")
    CROSS JOIN LATERAL (
      SELECT w."kind", w."kind" || '/' || r."id" || '/' || CASE w."kind"
        WHEN 'reminder_day' THEN to_char(f."startsAt" AT TIME ZONE e."timeZone", 'YYYY-MM-DD')
        ELSE to_char(e."startsAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI') END AS "key"
    ) k
    WHERE r."state" = 'approved' AND e."cancelledAt" IS NULL AND e."startsAt" > now() AND e."startsAt" < now() + interval '3 days'
      AND now() >= w."from" AND now() < w."until" AND coalesce(c."confirmedAt", r."createdAt") <= w."joinedBy"
      AND (r."id" = ${onlyFor}::uuid OR (${onlyFor}::uuid IS NULL AND NOT EXISTS (SELECT 1 FROM "Mail" WHERE "Mail"."key" = k."key")))
    ORDER BY r."id" LIMIT ${most}`;
}

type Row = Pick<MeetingLine, "partner" | "room"> & { registrationId: string; startsAt: Date; endsAt: Date };

/** Released meetings of these people by registration, the earliest first. */
export async function loadOwnMeetings(tx: Tx, registrationIds: readonly string[]): Promise<Map<string, MeetingLine[]>> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT d."registrationId", s."startsAt", s."endsAt", o."name" AS "partner", coalesce(room."name", '') AS "room"
    FROM "MeetingSide" d
    JOIN "Seat" s ON s."meetingId" = d."meetingId" AND s."resourceKind" = 'room'
    JOIN "MeetingSide" other ON other."meetingId" = d."meetingId" AND other."organisationId" <> d."organisationId"
    JOIN "Organisation" o ON o."id" = other."organisationId"
    LEFT JOIN "Room" room ON room."id" = s."resourceId"
    WHERE d."registrationId" = ANY(${[...registrationIds]}::uuid[]) ORDER BY s."startsAt"`;
  const grouped = Map.groupBy(rows, ({ registrationId }) => registrationId);
  const toLine = ({ partner, room, startsAt, endsAt }: Row) => ({ startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), partner, room });
  return new Map([...grouped].map(([id, own]) => [id, own.map(toLine)]));
}

/** Reminders that are due now, as mails. `onlyFor`: as they would be written now for one registration, told or not. */
export async function listReminders(onlyFor: string | null = null): Promise<MailDraft<Kind>[]> {
  const due = await listDue(onlyFor);
  if (due.length === 0) return [];
  const meetings = await loadOwnMeetings(db, due.map(({ registrationId }) => registrationId));
  return due.map(({ kind, key, to, userId, locale, slug, startsAt, eventId, programmeId, ...params }) => {
    const own = meetings.get(params.registrationId) ?? [];
    const path = `/events/${slug}/${own.length > 0 ? "agenda" : "register"}`;
    return { kind, key, to, userId, locale, about: aboutEvent({ id: eventId, programmeId }), params: { ...params, startsAt: startsAt.toISOString(), path, meetings: own } };
  });
}
