-- A form that makes something carries a key that was made with its page. Sent twice (double click, back button,
-- retry), it makes one thing: the second insert meets the first one here.
ALTER TABLE "Organisation" ADD COLUMN "submissionKey" UUID;
CREATE UNIQUE INDEX "Organisation_submissionKey_key" ON "Organisation"("submissionKey");
ALTER TABLE "Statement" ADD COLUMN "submissionKey" UUID;
CREATE UNIQUE INDEX "Statement_submissionKey_key" ON "Statement"("submissionKey");

-- Two people who change one offer or need at once are told.
ALTER TABLE "Statement" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
