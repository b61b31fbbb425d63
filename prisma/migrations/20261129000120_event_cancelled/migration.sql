-- Why: an event that does not take place stays where people look for it, and says so. Nothing begins in it any more,
-- whoever asks for it at the same moment; and calendars are told of its end as of any other change.

-- AlterTable
ALTER TABLE "Event" ADD COLUMN     "cancelledAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "CancelReason" (
    "eventId" UUID NOT NULL,
    "locale" "Locale" NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "CancelReason_pkey" PRIMARY KEY ("eventId","locale")
);

-- AddForeignKey
ALTER TABLE "CancelReason" ADD CONSTRAINT "CancelReason_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A cancellation is for good: those who were told have made other plans.
CREATE FUNCTION keep_cancelled() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'violates check constraint "Event_cancelled_check"' USING ERRCODE = 'check_violation', CONSTRAINT = 'Event_cancelled_check';
END $$;
CREATE TRIGGER "Event_cancelled" BEFORE UPDATE OF "cancelledAt", "startsAt", "endsAt" ON "Event" FOR EACH ROW
  WHEN (OLD."cancelledAt" IS NOT NULL AND (OLD."cancelledAt", OLD."startsAt", OLD."endsAt") IS DISTINCT FROM (NEW."cancelledAt", NEW."startsAt", NEW."endsAt"))
  EXECUTE FUNCTION keep_cancelled();

-- Nobody registers, asks, agrees or releases in an event that was cancelled. The event's row is held as the commands hold
-- it: alone by registrations, whose places are counted next; by the others together with whoever only reads it. After
-- the row is written, as it may first have waited for another one between the same two.
CREATE FUNCTION refuse_cancelled_event() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  cancelled timestamptz;
BEGIN
  IF TG_TABLE_NAME = 'Registration' THEN
    SELECT "cancelledAt" INTO cancelled FROM "Event" WHERE "id" = NEW."eventId" FOR NO KEY UPDATE;
  ELSE
    SELECT "cancelledAt" INTO cancelled FROM "Event" WHERE "id" = NEW."eventId" FOR SHARE;
  END IF;
  IF cancelled IS NOT NULL THEN
    RAISE EXCEPTION 'violates check constraint "Event_open_check"' USING ERRCODE = 'check_violation', CONSTRAINT = 'Event_open_check';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "Registration_open" AFTER INSERT ON "Registration" FOR EACH ROW EXECUTE FUNCTION refuse_cancelled_event();
CREATE TRIGGER "Registration_again_open" AFTER UPDATE OF "state" ON "Registration" FOR EACH ROW
  WHEN (NEW."state" IN ('pending', 'approved', 'waiting') AND OLD."state" <> NEW."state") EXECUTE FUNCTION refuse_cancelled_event();
CREATE TRIGGER "MeetingRequest_open" AFTER INSERT ON "MeetingRequest" FOR EACH ROW EXECUTE FUNCTION refuse_cancelled_event();
CREATE TRIGGER "Meeting_open" AFTER INSERT ON "Meeting" FOR EACH ROW EXECUTE FUNCTION refuse_cancelled_event();
CREATE TRIGGER "ScheduleVersion_open" AFTER INSERT ON "ScheduleVersion" FOR EACH ROW EXECUTE FUNCTION refuse_cancelled_event();

-- As in 20261123000020_registration_places, but that nobody moves up in an event that was cancelled.
CREATE OR REPLACE FUNCTION move_up(p_event uuid) RETURNS SETOF uuid LANGUAGE plpgsql AS $$
DECLARE
  places int;
  approval boolean;
  cancelled timestamptz;
  free int;
BEGIN
  SELECT "capacity", "needsApproval", "cancelledAt" INTO places, approval, cancelled FROM "Event" WHERE "id" = p_event FOR NO KEY UPDATE;
  IF cancelled IS NOT NULL THEN
    RETURN;
  END IF;
  -- Without a limit `free` stays NULL, and LIMIT NULL takes everybody.
  IF places IS NOT NULL THEN
    SELECT greatest(0, places - count(*)) INTO free FROM "Registration"
      WHERE "eventId" = p_event AND "state" IN ('pending', 'returned', 'approved');
  END IF;
  RETURN QUERY UPDATE "Registration" SET "state" = CASE WHEN approval THEN 'pending' ELSE 'approved' END::"RegistrationState"
    WHERE "id" IN (
      SELECT "id" FROM "Registration" WHERE "eventId" = p_event AND "state" = 'waiting'
      ORDER BY "queuedAt", "id" LIMIT free
    )
    RETURNING "id";
END $$;

-- As in 20261127000080_calendar_entries, but that nothing takes place in an event that was cancelled.
CREATE OR REPLACE FUNCTION calendar_truth(p_registrations uuid[], p_meetings uuid[])
RETURNS TABLE ("registrationId" uuid, "meetingId" uuid, "uid" text, "holds" boolean, "startsAt" timestamptz, "endsAt" timestamptz, "place" text)
LANGUAGE sql STABLE AS $$
  SELECT r."id", NULL::uuid, 'registration-' || r."id" || '@pomost',
      r."state" = 'approved' AND e."cancelledAt" IS NULL
        AND EXISTS (SELECT 1 FROM "Admission" a WHERE a."programmeId" = e."programmeId" AND a."organisationId" = r."organisationId" AND a."state" = 'approved')
        AND EXISTS (SELECT 1 FROM "Membership" m WHERE m."organisationId" = r."organisationId" AND m."userId" = r."userId" AND m."state" = 'active'),
      e."startsAt", e."endsAt", NULL
    FROM "Registration" r JOIN "Event" e ON e."id" = r."eventId" WHERE r."id" = ANY(p_registrations)
  UNION ALL
  SELECT d."registrationId", m."id", 'meeting-' || m."id" || '@pomost', s."meetingId" IS NOT NULL AND m."state" = 'agreed' AND e."cancelledAt" IS NULL, s."startsAt", s."endsAt", o."name"
    FROM "Meeting" m JOIN "MeetingSide" d ON d."meetingId" = m."id" JOIN "Event" e ON e."id" = m."eventId"
      LEFT JOIN "Seat" s ON s."meetingId" = m."id" AND s."resourceKind" = 'room'
      LEFT JOIN "Room" o ON o."id" = s."resourceId"
    WHERE m."id" = ANY(p_meetings)
$$;
