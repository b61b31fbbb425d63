-- Who gets a place is decided in one round trip, under the lock of the event's row. Whoever changes how many places
-- are held locks that row first, so that nobody waits for another in a circle; the trigger Registration_capacity
-- stays the last guard.

-- Gives a registration that holds no place the next free one, or the last position of the waiting list. Who waits
-- already comes first. Answers the new state.
CREATE FUNCTION take_place(p_registration uuid) RETURNS "RegistrationState" LANGUAGE plpgsql AS $$
DECLARE
  places int;
  approval boolean;
  taken int;
  queue int;
  got "RegistrationState";
BEGIN
  SELECT "capacity", "needsApproval" INTO places, approval FROM "Event"
    WHERE "id" = (SELECT "eventId" FROM "Registration" WHERE "id" = p_registration) FOR NO KEY UPDATE;
  SELECT count(*) FILTER (WHERE o."state" IN ('pending', 'returned', 'approved')), count(*) FILTER (WHERE o."state" = 'waiting')
    INTO taken, queue
    FROM "Registration" o JOIN "Registration" r ON r."eventId" = o."eventId"
    WHERE r."id" = p_registration AND o."id" <> p_registration;
  IF places IS NOT NULL AND (taken >= places OR queue > 0) THEN
    got := 'waiting';
  ELSIF approval THEN
    got := 'pending';
  ELSE
    got := 'approved';
  END IF;
  UPDATE "Registration" SET "state" = got, "queuedAt" = clock_timestamp() WHERE "id" = p_registration;
  RETURN got;
END $$;

-- Gives the free places of an event to the first of its waiting list. Answers who moved up.
CREATE FUNCTION move_up(p_event uuid) RETURNS SETOF uuid LANGUAGE plpgsql AS $$
DECLARE
  places int;
  approval boolean;
  free int;
BEGIN
  SELECT "capacity", "needsApproval" INTO places, approval FROM "Event" WHERE "id" = p_event FOR NO KEY UPDATE;
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

-- A purpose is agreed to once at a time; after a withdrawal it may be agreed to again.
CREATE UNIQUE INDEX "Consent_given_key" ON "Consent" ("registrationId", "purpose") WHERE "withdrawnAt" IS NULL;
