-- Seats: the one place where double booking is decided.

-- A seat carries its slot's times, kept equal by the foreign key, so that an exclusion can compare
-- slots of different events: nobody sits in two meetings that overlap in time.
ALTER TABLE "Slot" ADD CONSTRAINT "Slot_id_times_key" UNIQUE ("id", "startsAt", "endsAt");
ALTER TABLE "Seat" ADD CONSTRAINT "Seat_slot_times_fkey"
  FOREIGN KEY ("slotId", "startsAt", "endsAt") REFERENCES "Slot" ("id", "startsAt", "endsAt") ON UPDATE CASCADE;
ALTER TABLE "Seat" ADD CONSTRAINT "Seat_overlap_excl"
  EXCLUDE USING gist ("resourceId" WITH =, tstzrange("startsAt", "endsAt") WITH &&);

-- A meeting is placed for both persons and one room, in one slot, or not at all; and only while it is agreed.
CREATE FUNCTION check_seats_whole() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  meeting uuid := COALESCE(NEW."meetingId", OLD."meetingId");
  persons int;
  rooms int;
  slots int;
  sides int;
  open boolean;
BEGIN
  SELECT count(*) FILTER (WHERE "resourceKind" = 'person'), count(*) FILTER (WHERE "resourceKind" = 'room'),
         count(DISTINCT "slotId")
    INTO persons, rooms, slots FROM "Seat" WHERE "meetingId" = meeting;
  IF persons + rooms = 0 THEN
    RETURN NULL;
  END IF;
  SELECT count(*) INTO sides FROM "MeetingSide" WHERE "meetingId" = meeting;
  SELECT "state" = 'agreed' INTO open FROM "Meeting" WHERE "id" = meeting;
  IF persons <> sides OR rooms <> 1 OR slots <> 1 OR NOT open THEN
    RAISE EXCEPTION 'meeting % is placed in part', meeting
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Seat_whole_check';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "Seat_whole" AFTER INSERT OR UPDATE OR DELETE ON "Seat"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_seats_whole();

-- Places one agreed meeting: seats for both persons and the room, or nothing. One round trip; rows are
-- inserted in the order of their ids, so that two callers never wait for each other in a circle.
-- Answers 'seated', 'taken' or 'not_agreed'.
CREATE FUNCTION seat_meeting(p_meeting uuid, p_slot uuid, p_room uuid) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  wanted int;
  got int;
BEGIN
  PERFORM 1 FROM "Meeting" WHERE "id" = p_meeting AND "state" = 'agreed' FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RETURN 'not_agreed';
  END IF;
  IF EXISTS (SELECT 1 FROM "Seat" WHERE "meetingId" = p_meeting) THEN
    RETURN 'taken';
  END IF;
  SELECT count(*) + 1 INTO wanted FROM "MeetingSide" WHERE "meetingId" = p_meeting;
  INSERT INTO "Seat" ("meetingId", "resourceKind", "resourceId", "slotId", "startsAt", "endsAt")
  SELECT p_meeting, r.kind, r.id, s."id", s."startsAt", s."endsAt"
    FROM (SELECT 'person'::"ResourceKind" AS kind, g."userId" AS id
            FROM "MeetingSide" m JOIN "Registration" g ON g."id" = m."registrationId" WHERE m."meetingId" = p_meeting
          UNION ALL SELECT 'room'::"ResourceKind", p_room) r
    CROSS JOIN "Slot" s WHERE s."id" = p_slot
    ORDER BY r.id
  ON CONFLICT DO NOTHING;
  GET DIAGNOSTICS got = ROW_COUNT;
  IF got = wanted THEN
    RETURN 'seated';
  END IF;
  DELETE FROM "Seat" WHERE "meetingId" = p_meeting;
  RETURN 'taken';
END $$;
