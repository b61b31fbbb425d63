-- Why: what came of each meeting is what a programme is measured by, and what the next event can be made better by. Each
-- side says it for itself, in a row of its own that the other one never reads. The word to oneself is another table, by
-- person: whatever reads or counts ratings cannot read it by accident.

-- CreateEnum
CREATE TYPE "Outcome" AS ENUM ('not_held', 'not_interesting', 'informative', 'cooperation');

-- CreateTable
CREATE TABLE "Rating" (
    "meetingId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "outcome" "Outcome" NOT NULL,
    "wishesAgain" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Rating_pkey" PRIMARY KEY ("meetingId","organisationId")
);

-- CreateTable
CREATE TABLE "MeetingNote" (
    "meetingId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "locale" "Locale" NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MeetingNote_pkey" PRIMARY KEY ("meetingId","userId")
);

-- CreateIndex
CREATE INDEX "Rating_userId_idx" ON "Rating"("userId");

-- CreateIndex
CREATE INDEX "MeetingNote_userId_idx" ON "MeetingNote"("userId");

-- AddForeignKey
ALTER TABLE "Rating" ADD CONSTRAINT "Rating_meetingId_organisationId_fkey" FOREIGN KEY ("meetingId", "organisationId") REFERENCES "MeetingSide"("meetingId", "organisationId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Rating" ADD CONSTRAINT "Rating_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingNote" ADD CONSTRAINT "MeetingNote_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingNote" ADD CONSTRAINT "MeetingNote_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A note has words, and not without end.
ALTER TABLE "MeetingNote" ADD CONSTRAINT "MeetingNote_text_check" CHECK (char_length("text") BETWEEN 1 AND 2000);

-- A note is written by somebody who speaks, or spoke, in the meeting: nobody else may leave a trace there.
CREATE FUNCTION refuse_strange_note() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "MeetingSide" s JOIN "Registration" r ON r."id" = s."registrationId"
                 WHERE s."meetingId" = NEW."meetingId" AND r."userId" = NEW."userId") THEN
    RAISE EXCEPTION 'violates check constraint "MeetingNote_speaker_check"' USING ERRCODE = 'check_violation', CONSTRAINT = 'MeetingNote_speaker_check';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "MeetingNote_speaker" BEFORE INSERT ON "MeetingNote" FOR EACH ROW EXECUTE FUNCTION refuse_strange_note();
