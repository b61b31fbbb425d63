-- Why: whoever has a page open is told that something of theirs has changed, whichever server holds the page. What is
-- sent is a name and an id, on the commit and never for what was rolled back; texts are read with permission, as ever.

CREATE FUNCTION tell_change(topic text, id uuid) RETURNS void LANGUAGE sql AS $$
  SELECT pg_notify('pomost', topic || ' ' || id)
$$;

CREATE FUNCTION tell_notice() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM tell_change('user', NEW."userId");
  RETURN NULL;
END $$;
CREATE TRIGGER "Notice_told" AFTER INSERT OR UPDATE OF "readAt" ON "Notice" FOR EACH ROW EXECUTE FUNCTION tell_notice();

-- A session that is ended, wherever that is done, ends what it has open.
CREATE FUNCTION tell_session() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM tell_change('session', OLD."id");
  RETURN NULL;
END $$;
CREATE TRIGGER "Session_told" AFTER DELETE ON "Session" FOR EACH ROW EXECUTE FUNCTION tell_session();

-- Colleagues see the same inbox, whoever of them is written to.
CREATE FUNCTION tell_request() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM tell_change('organisation', NEW."requesterId"), tell_change('organisation', NEW."recipientId");
  RETURN NULL;
END $$;
CREATE TRIGGER "MeetingRequest_told" AFTER INSERT OR UPDATE ON "MeetingRequest" FOR EACH ROW EXECUTE FUNCTION tell_request();

CREATE FUNCTION tell_meeting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM tell_change('organisation', NEW."lowId"), tell_change('organisation', NEW."highId");
  RETURN NULL;
END $$;
CREATE TRIGGER "Meeting_told" AFTER INSERT OR UPDATE ON "Meeting" FOR EACH ROW EXECUTE FUNCTION tell_meeting();

-- A release gives many seats at once: each organisation is told once.
CREATE FUNCTION tell_seats() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM tell_change('organisation', o."id") FROM (
    SELECT DISTINCT unnest(ARRAY[m."lowId", m."highId"]) AS "id" FROM changed JOIN "Meeting" m ON m."id" = changed."meetingId"
  ) o;
  RETURN NULL;
END $$;
CREATE TRIGGER "Seat_given_told" AFTER INSERT ON "Seat" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tell_seats();
CREATE TRIGGER "Seat_moved_told" AFTER UPDATE ON "Seat" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tell_seats();
CREATE TRIGGER "Seat_freed_told" AFTER DELETE ON "Seat" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tell_seats();
