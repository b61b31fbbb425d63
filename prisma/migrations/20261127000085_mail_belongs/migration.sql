-- Why: organisers see what their programme has sent and what could not be delivered, moderators of an event what
-- belongs to the event. So a mail says whose it is when it is written; what was sent before says nothing and stays
-- unseen, as guessing would show one programme's people to another.

-- AlterTable
ALTER TABLE "Mail" ADD COLUMN     "eventId" UUID,
ADD COLUMN     "programmeId" UUID;

-- CreateIndex
CREATE UNIQUE INDEX "Event_id_programmeId_key" ON "Event"("id", "programmeId");

-- CreateIndex
CREATE INDEX "Mail_programmeId_createdAt_idx" ON "Mail"("programmeId", "createdAt");

-- CreateIndex
CREATE INDEX "Mail_eventId_createdAt_idx" ON "Mail"("eventId", "createdAt");

-- AddForeignKey
ALTER TABLE "Mail" ADD CONSTRAINT "Mail_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mail" ADD CONSTRAINT "Mail_eventId_programmeId_fkey" FOREIGN KEY ("eventId", "programmeId") REFERENCES "Event"("id", "programmeId") ON DELETE CASCADE ON UPDATE CASCADE;

-- What is between the portal and a person alone is nobody's; what is an event's is its programme's, too.
ALTER TABLE "Mail" ADD CONSTRAINT "Mail_personal_check"
  CHECK ("programmeId" IS NULL OR ("kind" <> 'sign_in' AND NOT starts_with("kind", 'membership_')));
ALTER TABLE "Mail" ADD CONSTRAINT "Mail_belongs_check" CHECK ("eventId" IS NULL OR "programmeId" IS NOT NULL);
