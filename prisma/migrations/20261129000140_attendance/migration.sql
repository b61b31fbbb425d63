-- Why: on the day it is kept who is here, since when and who said so: moderators act on it, and the report to the funding
-- body counts it. Whoever is here, or has left, has come at some time. Pages that are open are told, the staff's too.

-- CreateEnum
CREATE TYPE "AttendanceState" AS ENUM ('here', 'left', 'absent');

-- CreateTable
CREATE TABLE "Attendance" (
    "registrationId" UUID NOT NULL,
    "state" "AttendanceState" NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    "arrivedAt" TIMESTAMPTZ(3),
    "byId" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Attendance_pkey" PRIMARY KEY ("registrationId"),
    CONSTRAINT "Attendance_has_come" CHECK ("state" = 'absent' OR "arrivedAt" IS NOT NULL)
);

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_registrationId_fkey" FOREIGN KEY ("registrationId") REFERENCES "Registration"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Staff may be of the event, or of its programme.
CREATE FUNCTION tell_staff(event_id uuid) RETURNS void LANGUAGE sql AS $$
  SELECT tell_change('event', e."id"), tell_change('programme', e."programmeId") FROM "Event" e WHERE e."id" = event_id
$$;

-- Nothing is told where the registration goes, and its attendance with it.
CREATE FUNCTION tell_attendance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM tell_change('organisation', r."organisationId"), tell_staff(r."eventId")
    FROM "Registration" r WHERE r."id" = coalesce(NEW."registrationId", OLD."registrationId");
  RETURN NULL;
END $$;
CREATE TRIGGER "Attendance_told" AFTER INSERT OR UPDATE OR DELETE ON "Attendance" FOR EACH ROW EXECUTE FUNCTION tell_attendance();

-- A release gives many seats at once: staff is told once, as each organisation is.
CREATE OR REPLACE FUNCTION tell_seats() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM tell_change('organisation', o."id") FROM (
    SELECT DISTINCT unnest(ARRAY[m."lowId", m."highId"]) AS "id" FROM changed JOIN "Meeting" m ON m."id" = changed."meetingId"
  ) o;
  PERFORM tell_staff(e."eventId") FROM (
    SELECT DISTINCT m."eventId" FROM changed JOIN "Meeting" m ON m."id" = changed."meetingId"
  ) e;
  RETURN NULL;
END $$;
