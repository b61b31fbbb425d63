-- What two people can want at once is decided here, not in the application.
-- Each guard has a test in prisma/guards.integration.test.ts that tries to break it.
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- One open request between two organisations in an event, whichever side began.
CREATE UNIQUE INDEX "MeetingRequest_open_pair_key" ON "MeetingRequest"
  ("eventId", LEAST("requesterId", "recipientId"), GREATEST("requesterId", "recipientId"))
  WHERE "state" IN ('pending', 'accepted');
ALTER TABLE "MeetingRequest" ADD CONSTRAINT "MeetingRequest_two_sides_check" CHECK ("requesterId" <> "recipientId");
ALTER TABLE "MeetingRequest" ADD CONSTRAINT "MeetingRequest_answered_check"
  CHECK (("state" = 'pending') = ("answeredAt" IS NULL));

-- One agreed meeting between two organisations in an event.
CREATE UNIQUE INDEX "Meeting_agreed_pair_key" ON "Meeting" ("eventId", "lowId", "highId") WHERE "state" = 'agreed';
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_ordered_check" CHECK ("lowId" < "highId");
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_origin_check" CHECK (("origin" = 'request') = ("requestId" IS NOT NULL));

-- The slots of an event do not overlap, and the event and its slots end after they begin.
ALTER TABLE "Slot" ADD CONSTRAINT "Slot_order_check" CHECK ("endsAt" > "startsAt");
ALTER TABLE "Slot" ADD CONSTRAINT "Slot_overlap_excl"
  EXCLUDE USING gist ("eventId" WITH =, tstzrange("startsAt", "endsAt") WITH &&);
ALTER TABLE "Event" ADD CONSTRAINT "Event_order_check" CHECK ("endsAt" > "startsAt");
ALTER TABLE "Event" ADD CONSTRAINT "Event_limits_check"
  CHECK ("capacity" IS NULL OR "capacity" > 0);
ALTER TABLE "Event" ADD CONSTRAINT "Event_settings_check"
  CHECK ("requestQuota" > 0 AND "requestExpiryDays" > 0 AND "linkDaysBefore" >= 0);

-- What belongs to one event stays in it: the draft refers to slots, rooms and meetings of its own event.
ALTER TABLE "Slot" ADD CONSTRAINT "Slot_id_event_key" UNIQUE ("id", "eventId");
ALTER TABLE "Room" ADD CONSTRAINT "Room_id_event_key" UNIQUE ("id", "eventId");
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_id_event_key" UNIQUE ("id", "eventId");
ALTER TABLE "Placement" ADD CONSTRAINT "Placement_slot_event_fkey"
  FOREIGN KEY ("slotId", "eventId") REFERENCES "Slot" ("id", "eventId") ON DELETE CASCADE;
ALTER TABLE "Placement" ADD CONSTRAINT "Placement_room_event_fkey"
  FOREIGN KEY ("roomId", "eventId") REFERENCES "Room" ("id", "eventId") ON DELETE CASCADE;
ALTER TABLE "Placement" ADD CONSTRAINT "Placement_meeting_event_fkey"
  FOREIGN KEY ("meetingId", "eventId") REFERENCES "Meeting" ("id", "eventId") ON DELETE CASCADE;

-- Staff of an event is staff of that event's programme, and nobody has the same role twice.
ALTER TABLE "Event" ADD CONSTRAINT "Event_id_programme_key" UNIQUE ("id", "programmeId");
ALTER TABLE "StaffRole" ADD CONSTRAINT "StaffRole_event_programme_fkey"
  FOREIGN KEY ("eventId", "programmeId") REFERENCES "Event" ("id", "programmeId") ON DELETE CASCADE;
CREATE UNIQUE INDEX "StaffRole_once_key" ON "StaffRole" ("userId", "role", "programmeId", "eventId") NULLS NOT DISTINCT;

-- A membership without a person is an invitation.
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_person_check" CHECK ("state" = 'invited' OR "userId" IS NOT NULL);

-- Codes and addresses in the form that everything else relies on.
ALTER TABLE "Organisation" ADD CONSTRAINT "Organisation_country_check" CHECK ("country" ~ '^[A-Z]{2}$');
ALTER TABLE "Organisation" ADD CONSTRAINT "Organisation_region_check"
  CHECK ("region" ~ '^[A-Z]{2}[A-Z0-9]{0,3}$' AND left("region", 2) = "country");
ALTER TABLE "Organisation" ADD CONSTRAINT "Organisation_name_check" CHECK (char_length(btrim("name")) BETWEEN 2 AND 200);
ALTER TABLE "Organisation" ADD CONSTRAINT "Organisation_founded_check" CHECK ("founded" BETWEEN 1000 AND 2100);
ALTER TABLE "User" ADD CONSTRAINT "User_email_check" CHECK ("email" = lower("email") AND "email" ~ '^[^@[:space:]]+@[^@[:space:]]+$');
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_text_check" CHECK (char_length("text") BETWEEN 3 AND 500);
ALTER TABLE "Installation" ADD CONSTRAINT "Installation_single_check" CHECK ("id" = 1);

-- Capacity: pending, returned and approved registrations hold a place. The row lock on the event makes the
-- count true for everybody who wants the last place at the same moment.
CREATE FUNCTION registration_capacity() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  places int;
  taken int;
BEGIN
  IF TG_OP = 'UPDATE' AND OLD."state" IN ('pending', 'returned', 'approved') THEN
    RETURN NEW;
  END IF;
  SELECT "capacity" INTO places FROM "Event" WHERE "id" = NEW."eventId" FOR NO KEY UPDATE;
  IF places IS NULL THEN
    RETURN NEW;
  END IF;
  SELECT count(*) INTO taken FROM "Registration"
    WHERE "eventId" = NEW."eventId" AND "state" IN ('pending', 'returned', 'approved') AND "id" <> NEW."id";
  IF taken >= places THEN
    RAISE EXCEPTION 'event is full' USING ERRCODE = 'check_violation', CONSTRAINT = 'Registration_capacity_check';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Registration_capacity" BEFORE INSERT OR UPDATE OF "state" ON "Registration"
  FOR EACH ROW WHEN (NEW."state" IN ('pending', 'returned', 'approved')) EXECUTE FUNCTION registration_capacity();

-- A released version is frozen and the audit log is only ever added to.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are never changed', TG_TABLE_NAME
    USING ERRCODE = 'check_violation', CONSTRAINT = TG_TABLE_NAME || '_frozen_check';
END $$;
CREATE TRIGGER "ScheduleEntry_frozen" BEFORE UPDATE ON "ScheduleEntry" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "AuditEntry_frozen" BEFORE UPDATE ON "AuditEntry" FOR EACH ROW EXECUTE FUNCTION refuse_change();
