-- Why: moderators of an event take registrations over from the file of a web form. It is kept for a day between the
-- steps, like a file of organisations, together with what they say its columns mean.
ALTER TABLE "ImportFile" ADD COLUMN "eventId" UUID, ADD COLUMN "choices" JSONB;

-- The guard: the event is one of the file's programme, and only answers about an event have columns to be explained.
ALTER TABLE "ImportFile" ADD CONSTRAINT "ImportFile_eventId_programmeId_fkey" FOREIGN KEY ("eventId", "programmeId") REFERENCES "Event"("id", "programmeId") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ImportFile" ADD CONSTRAINT "ImportFile_choices_check" CHECK (("eventId" IS NULL) = ("choices" IS NULL));
