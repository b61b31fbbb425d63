-- Why: what waits for somebody's answer is told again, in one mail every two days at the most; and who wants fewer mails
-- may have some kinds in that one. When it went out last is a person's, so that two workers never send it twice.

-- AlterEnum
ALTER TYPE "Delivery" ADD VALUE 'digest' BEFORE 'off';

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "digestedAt" TIMESTAMPTZ(3);

-- What is necessary cannot be switched off, and what is urgent cannot wait. (Compared as text: a value that is new in
-- this transaction may not be named in it.)
ALTER TABLE "MailChoice" DROP CONSTRAINT "MailChoice_kind_check";
ALTER TABLE "MailChoice" ADD CONSTRAINT "MailChoice_kind_check" CHECK (
  "kind" IN ('request_received', 'request_expiring', 'reminder_day', 'reminder_hour', 'digest', 'event_open', 'search_found', 'announcement')
  AND ("delivery"::text <> 'off' OR "kind" <> 'request_received')
  AND ("delivery"::text <> 'digest' OR "kind" IN ('request_received', 'event_open', 'search_found')));

-- What waits for one person is nobody else's business.
ALTER TABLE "Mail" DROP CONSTRAINT "Mail_personal_check";
ALTER TABLE "Mail" ADD CONSTRAINT "Mail_personal_check"
  CHECK ("programmeId" IS NULL OR ("kind" NOT IN ('sign_in', 'search_found', 'digest') AND NOT starts_with("kind", 'membership_')));
