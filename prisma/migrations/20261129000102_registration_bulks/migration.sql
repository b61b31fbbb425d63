-- Why: a moderator decides about several registrations at once, and takes it back as a whole as long as no mail has left:
-- what each of them was has to be known, and which mails tell of it.

-- CreateEnum
CREATE TYPE "BulkDecision" AS ENUM ('approve', 'refuse', 'wait');

-- CreateTable
CREATE TABLE "RegistrationBulk" (
    "id" UUID NOT NULL,
    "eventId" UUID NOT NULL,
    "userId" UUID,
    "decision" "BulkDecision" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "undoneAt" TIMESTAMPTZ(3),

    CONSTRAINT "RegistrationBulk_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RegistrationBulkItem" (
    "bulkId" UUID NOT NULL,
    "registrationId" UUID NOT NULL,
    "before" "RegistrationState" NOT NULL,
    "reasonBefore" TEXT,
    "queuedBefore" TIMESTAMPTZ(3) NOT NULL,
    "after" "RegistrationState",
    "refusal" TEXT,
    "isMoved" BOOLEAN NOT NULL DEFAULT false,
    "mailKey" TEXT,

    CONSTRAINT "RegistrationBulkItem_pkey" PRIMARY KEY ("bulkId","registrationId")
);

-- CreateIndex
CREATE INDEX "RegistrationBulk_eventId_createdAt_idx" ON "RegistrationBulk"("eventId", "createdAt");

-- CreateIndex
CREATE INDEX "RegistrationBulkItem_registrationId_idx" ON "RegistrationBulkItem"("registrationId");

-- AddForeignKey
ALTER TABLE "RegistrationBulk" ADD CONSTRAINT "RegistrationBulk_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegistrationBulk" ADD CONSTRAINT "RegistrationBulk_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegistrationBulkItem" ADD CONSTRAINT "RegistrationBulkItem_bulkId_fkey" FOREIGN KEY ("bulkId") REFERENCES "RegistrationBulk"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegistrationBulkItem" ADD CONSTRAINT "RegistrationBulkItem_registrationId_fkey" FOREIGN KEY ("registrationId") REFERENCES "Registration"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The guard: something was done and is told by a mail, or it was not, for a reason.
ALTER TABLE "RegistrationBulkItem" ADD CONSTRAINT "RegistrationBulkItem_done_check"
  CHECK (("after" IS NULL) = ("refusal" IS NOT NULL) AND ("after" IS NULL) = ("mailKey" IS NULL) AND NOT ("isMoved" AND "after" IS NULL));
