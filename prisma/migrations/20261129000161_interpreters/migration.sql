-- Why: the staff of an event keeps a list of its interpreters, when each is there and what they speak. Who translates in
-- which meeting is computed from it, but for what a moderator has chosen; the released version and its seats keep it.

-- AlterTable
ALTER TABLE "ScheduleEntry" ADD COLUMN     "interpreterId" UUID;

-- CreateTable
CREATE TABLE "Interpreter" (
    "id" UUID NOT NULL,
    "eventId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "languages" TEXT[],
    "email" TEXT,
    "awayFrom" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Interpreter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InterpreterSlot" (
    "interpreterId" UUID NOT NULL,
    "slotId" UUID NOT NULL,

    CONSTRAINT "InterpreterSlot_pkey" PRIMARY KEY ("interpreterId","slotId")
);

-- CreateTable
CREATE TABLE "InterpreterChoice" (
    "meetingId" UUID NOT NULL,
    "interpreterId" UUID NOT NULL,

    CONSTRAINT "InterpreterChoice_pkey" PRIMARY KEY ("meetingId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Interpreter_eventId_name_key" ON "Interpreter"("eventId", "name");

-- CreateIndex
CREATE INDEX "InterpreterSlot_slotId_idx" ON "InterpreterSlot"("slotId");

-- CreateIndex
CREATE INDEX "InterpreterChoice_interpreterId_idx" ON "InterpreterChoice"("interpreterId");

-- AddForeignKey
ALTER TABLE "Interpreter" ADD CONSTRAINT "Interpreter_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InterpreterSlot" ADD CONSTRAINT "InterpreterSlot_interpreterId_fkey" FOREIGN KEY ("interpreterId") REFERENCES "Interpreter"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InterpreterSlot" ADD CONSTRAINT "InterpreterSlot_slotId_fkey" FOREIGN KEY ("slotId") REFERENCES "Slot"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InterpreterChoice" ADD CONSTRAINT "InterpreterChoice_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InterpreterChoice" ADD CONSTRAINT "InterpreterChoice_interpreterId_fkey" FOREIGN KEY ("interpreterId") REFERENCES "Interpreter"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Who translates knows two languages, and has a name.
ALTER TABLE "Interpreter" ADD CONSTRAINT "Interpreter_languages_check" CHECK (cardinality("languages") >= 2);
ALTER TABLE "Interpreter" ADD CONSTRAINT "Interpreter_name_check" CHECK (char_length(btrim("name")) BETWEEN 2 AND 120);

-- A meeting has one interpreter at most, of its own event, and never without the two people and the room.
CREATE OR REPLACE FUNCTION check_seats_whole() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  meeting uuid := COALESCE(NEW."meetingId", OLD."meetingId");
  persons int;
  rooms int;
  interpreters int;
  slots int;
  sides int;
  open boolean;
BEGIN
  SELECT count(*) FILTER (WHERE "resourceKind" = 'person'), count(*) FILTER (WHERE "resourceKind" = 'room'),
         count(*) FILTER (WHERE "resourceKind" = 'interpreter'), count(DISTINCT "slotId")
    INTO persons, rooms, interpreters, slots FROM "Seat" WHERE "meetingId" = meeting;
  IF persons + rooms + interpreters = 0 THEN
    RETURN NULL;
  END IF;
  SELECT count(*) INTO sides FROM "MeetingSide" WHERE "meetingId" = meeting;
  SELECT "state" = 'agreed' INTO open FROM "Meeting" WHERE "id" = meeting;
  IF persons <> sides OR rooms <> 1 OR slots <> 1 OR interpreters > 1 OR NOT open THEN
    RAISE EXCEPTION 'meeting % is placed in part', meeting
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Seat_whole_check';
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION check_interpreter_seat() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Held, so that nobody takes the interpreter off the list before the commit.
  PERFORM 1 FROM "Interpreter" i JOIN "Meeting" m ON m."eventId" = i."eventId"
    WHERE i."id" = NEW."resourceId" AND m."id" = NEW."meetingId" FOR KEY SHARE OF i;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'interpreter % is not of the event of meeting %', NEW."resourceId", NEW."meetingId"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Seat_interpreter_check';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Seat_interpreter" BEFORE INSERT OR UPDATE ON "Seat"
  FOR EACH ROW WHEN (NEW."resourceKind" = 'interpreter') EXECUTE FUNCTION check_interpreter_seat();

-- Whoever translates in a meeting that is placed for real stays on the list until somebody else does.
CREATE FUNCTION keep_seated_interpreter() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "Seat" s JOIN "Meeting" m ON m."id" = s."meetingId"
               WHERE s."resourceKind" = 'interpreter' AND s."resourceId" = OLD."id") THEN
    RAISE EXCEPTION 'interpreter % has meetings', OLD."id"
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Interpreter_seated_check';
  END IF;
  RETURN OLD;
END $$;
CREATE CONSTRAINT TRIGGER "Interpreter_seated" AFTER DELETE ON "Interpreter"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION keep_seated_interpreter();
