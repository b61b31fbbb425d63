-- Why: an event that is held on Jitsi or the like has no link for each room. Organisers say where the service is, and the
-- portal makes a name for each meeting that nobody can guess.
ALTER TABLE "Event" ADD COLUMN "videoAddress" TEXT;
ALTER TABLE "Event" ADD COLUMN "videoKey" UUID;
UPDATE "Event" SET "videoKey" = gen_random_uuid();
ALTER TABLE "Event" ALTER COLUMN "videoKey" SET NOT NULL;

-- One place for the name, in an address that nobody listens to.
ALTER TABLE "Event" ADD CONSTRAINT "Event_video_address_check"
  CHECK ("videoAddress" LIKE 'https://%{name}%' AND "videoAddress" NOT LIKE '%{name}%{name}%');
