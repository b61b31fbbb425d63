-- Counts up with each change of an event's settings, so that of two organisers who edit at once the second is told.
ALTER TABLE "Event" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
