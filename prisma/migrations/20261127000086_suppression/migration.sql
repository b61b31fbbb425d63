-- Why: who keeps writing to addresses that are not there is soon taken for a sender of spam, and then reaches nobody.
-- The address itself is not kept, as a person who leaves leaves no trace.

-- AlterEnum
ALTER TYPE "MailState" ADD VALUE 'suppressed';

-- CreateTable
CREATE TABLE "Suppression" (
    "addressHash" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Suppression_pkey" PRIMARY KEY ("addressHash")
);

ALTER TABLE "Suppression" ADD CONSTRAINT "Suppression_addressHash_check" CHECK ("addressHash" ~ '^[0-9a-f]{64}$');
