-- Why: an invitation that was mailed stays in somebody's calendar until it is told otherwise, under the same name and
-- with a higher number (RFC 5546). So what each calendar was told last is a row, and its number counts up in the
-- transaction of the change. A mail names the entry and the number that it tells, once; the worker sends the mails of
-- one entry in order and leaves out what is outdated by then.

-- CreateEnum
CREATE TYPE "CalendarEntryState" AS ENUM ('confirmed', 'cancelled');

-- AlterEnum
ALTER TYPE "MailState" ADD VALUE 'outdated';

-- AlterTable
ALTER TABLE "Mail" ADD COLUMN     "entryId" UUID,
ADD COLUMN     "sequence" INTEGER;

-- CreateTable
CREATE TABLE "CalendarEntry" (
    "id" UUID NOT NULL,
    "registrationId" UUID NOT NULL,
    "meetingId" UUID,
    "uid" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "state" "CalendarEntryState" NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "place" TEXT,
    "confirmedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CalendarEntry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "CalendarEntry_meetingId_idx" ON "CalendarEntry"("meetingId");

-- CreateIndex
CREATE UNIQUE INDEX "CalendarEntry_registrationId_uid_key" ON "CalendarEntry"("registrationId", "uid");

-- CreateIndex
CREATE UNIQUE INDEX "Mail_entryId_sequence_key" ON "Mail"("entryId", "sequence");

-- AddForeignKey
ALTER TABLE "CalendarEntry" ADD CONSTRAINT "CalendarEntry_registrationId_fkey" FOREIGN KEY ("registrationId") REFERENCES "Registration"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CalendarEntry" ADD CONSTRAINT "CalendarEntry_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mail" ADD CONSTRAINT "Mail_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "CalendarEntry"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "CalendarEntry" ADD CONSTRAINT "CalendarEntry_time_check" CHECK ("startsAt" < "endsAt");
ALTER TABLE "Mail" ADD CONSTRAINT "Mail_entry_check" CHECK ("entryId" IS NULL OR "sequence" IS NOT NULL);

-- Calendars believe the higher number: whoever changes an entry counts it up, and nobody counts down.
CREATE FUNCTION calendar_entry_sequence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW."state", NEW."startsAt", NEW."endsAt", NEW."place", NEW."uid") IS DISTINCT FROM (OLD."state", OLD."startsAt", OLD."endsAt", OLD."place", OLD."uid")
     AND NEW."sequence" <= OLD."sequence" OR NEW."sequence" < OLD."sequence" THEN
    RAISE EXCEPTION 'a calendar entry changes with a higher sequence' USING ERRCODE = 'check_violation', CONSTRAINT = 'CalendarEntry_sequence_check';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "CalendarEntry_sequence" BEFORE UPDATE ON "CalendarEntry" FOR EACH ROW EXECUTE FUNCTION calendar_entry_sequence();

-- What calendars should say at this moment: of the event, to each of these registrations (as domain/registration/access.ts
-- says who takes part), and of each of these meetings, to both sides. "holds" is false for what takes place no more,
-- or not yet.
CREATE FUNCTION calendar_truth(p_registrations uuid[], p_meetings uuid[])
RETURNS TABLE ("registrationId" uuid, "meetingId" uuid, "uid" text, "holds" boolean, "startsAt" timestamptz, "endsAt" timestamptz, "place" text)
LANGUAGE sql STABLE AS $$
  SELECT r."id", NULL::uuid, 'registration-' || r."id" || '@pomost',
      r."state" = 'approved'
        AND EXISTS (SELECT 1 FROM "Admission" a WHERE a."programmeId" = e."programmeId" AND a."organisationId" = r."organisationId" AND a."state" = 'approved')
        AND EXISTS (SELECT 1 FROM "Membership" m WHERE m."organisationId" = r."organisationId" AND m."userId" = r."userId" AND m."state" = 'active'),
      e."startsAt", e."endsAt", NULL
    FROM "Registration" r JOIN "Event" e ON e."id" = r."eventId" WHERE r."id" = ANY(p_registrations)
  UNION ALL
  SELECT d."registrationId", m."id", 'meeting-' || m."id" || '@pomost', s."meetingId" IS NOT NULL AND m."state" = 'agreed', s."startsAt", s."endsAt", o."name"
    FROM "Meeting" m JOIN "MeetingSide" d ON d."meetingId" = m."id"
      LEFT JOIN "Seat" s ON s."meetingId" = m."id" AND s."resourceKind" = 'room'
      LEFT JOIN "Room" o ON o."id" = s."resourceId"
    WHERE m."id" = ANY(p_meetings)
$$;

-- Brings the entries of these registrations and meetings up to what is true and answers those that changed, with the
-- time that they had before. Two changes at once wait for one another here, whatever else they have locked, and count
-- on from what the other has written.
CREATE FUNCTION note_calendar(p_registrations uuid[], p_meetings uuid[])
RETURNS TABLE ("entryId" uuid, "registrationId" uuid, "meetingId" uuid, "sequence" int, "state" "CalendarEntryState",
               "startsAt" timestamptz, "place" text, "before" timestamptz)
LANGUAGE plpgsql AS $$
#variable_conflict use_column
BEGIN
  PERFORM 1 FROM "CalendarEntry"
    WHERE "meetingId" = ANY(p_meetings) OR ("meetingId" IS NULL AND "registrationId" = ANY(p_registrations))
    ORDER BY "id" FOR NO KEY UPDATE;
  RETURN QUERY
    WITH told AS (
      SELECT * FROM "CalendarEntry" WHERE "meetingId" = ANY(p_meetings) OR ("meetingId" IS NULL AND "registrationId" = ANY(p_registrations))
    ), written AS (
      INSERT INTO "CalendarEntry" AS c ("id", "registrationId", "meetingId", "uid", "state", "startsAt", "endsAt", "place")
      SELECT gen_random_uuid(), t."registrationId", t."meetingId", t."uid",
          CASE WHEN t."holds" THEN 'confirmed' ELSE 'cancelled' END::"CalendarEntryState",
          CASE WHEN t."holds" THEN t."startsAt" ELSE o."startsAt" END,
          CASE WHEN t."holds" THEN t."endsAt" ELSE o."endsAt" END,
          CASE WHEN t."holds" THEN t."place" ELSE o."place" END
        FROM calendar_truth(p_registrations, p_meetings) t
          LEFT JOIN told o ON o."registrationId" = t."registrationId" AND o."uid" = t."uid"
        WHERE t."holds" OR o."state" = 'confirmed'
        ORDER BY t."registrationId", t."uid"
      ON CONFLICT ("registrationId", "uid") DO UPDATE
        SET "state" = EXCLUDED."state", "startsAt" = EXCLUDED."startsAt", "endsAt" = EXCLUDED."endsAt", "place" = EXCLUDED."place", "sequence" = c."sequence" + 1,
            "confirmedAt" = CASE WHEN c."state" = 'cancelled' THEN now() ELSE c."confirmedAt" END
        WHERE (c."state", c."startsAt", c."endsAt", c."place") IS DISTINCT FROM (EXCLUDED."state", EXCLUDED."startsAt", EXCLUDED."endsAt", EXCLUDED."place")
      RETURNING c.*
    )
    SELECT w."id", w."registrationId", w."meetingId", w."sequence", w."state", w."startsAt", w."place", CASE WHEN o."state" = 'confirmed' THEN o."startsAt" END
      FROM written w LEFT JOIN told o ON o."id" = w."id";
END $$;
