-- A room that cannot be used any more, though meetings are, or were in a released version, placed in it: it cannot
-- be removed then, for versions are kept as they were. It takes no new meeting, and a repair empties it.
ALTER TABLE "Room" ADD COLUMN "isClosed" BOOLEAN NOT NULL DEFAULT false;
