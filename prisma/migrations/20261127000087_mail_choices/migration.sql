-- Why: mails that nobody needs in order to take part can be switched off, by address, as they also go to addresses
-- without an account. The worker asks in the moment of the claim, so that what is switched off at noon stays unsent.

-- CreateEnum
CREATE TYPE "Delivery" AS ENUM ('now', 'off');

-- AlterEnum
ALTER TYPE "MailState" ADD VALUE 'unwanted';

-- CreateTable
CREATE TABLE "MailChoice" (
    "addressHash" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "delivery" "Delivery" NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MailChoice_pkey" PRIMARY KEY ("addressHash","kind")
);

-- What is necessary cannot be switched off.
ALTER TABLE "MailChoice" ADD CONSTRAINT "MailChoice_addressHash_check" CHECK ("addressHash" ~ '^[0-9a-f]{64}$');
ALTER TABLE "MailChoice" ADD CONSTRAINT "MailChoice_kind_check" CHECK ("kind" IN ('event_open', 'request_expiring', 'search_found'));
