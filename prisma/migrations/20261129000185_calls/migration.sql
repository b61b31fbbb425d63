-- Why: whoever looks for a competence until a certain day should not have to wait for the next event to ask for it. A call is
-- answered by short offers; the author's yes makes one of them a meeting, or an exchange of contact details.

-- CreateEnum
CREATE TYPE "CallAnswerState" AS ENUM ('open', 'accepted', 'declined');

-- CreateTable
CREATE TABLE "Call" (
    "id" UUID NOT NULL,
    "programmeId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "userId" UUID,
    "text" TEXT NOT NULL,
    "locale" "Locale" NOT NULL,
    "closesAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "hiddenAt" TIMESTAMPTZ(3),

    CONSTRAINT "Call_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CallField" (
    "callId" UUID NOT NULL,
    "fieldCode" TEXT NOT NULL,

    CONSTRAINT "CallField_pkey" PRIMARY KEY ("callId","fieldCode")
);

-- CreateTable
CREATE TABLE "CallAnswer" (
    "id" UUID NOT NULL,
    "callId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "locale" "Locale" NOT NULL,
    "state" "CallAnswerState" NOT NULL DEFAULT 'open',
    "decidedAt" TIMESTAMPTZ(3),
    "meetingId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CallAnswer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AnswerContact" (
    "answerId" UUID NOT NULL,
    "isOfAnswer" BOOLEAN NOT NULL,
    "userId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "phone" TEXT,
    "consentId" UUID NOT NULL,

    CONSTRAINT "AnswerContact_pkey" PRIMARY KEY ("answerId","isOfAnswer")
);

-- CreateTable
CREATE TABLE "CallReport" (
    "callId" UUID NOT NULL,
    "reporterId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CallReport_pkey" PRIMARY KEY ("callId","reporterId")
);

-- CreateIndex
CREATE INDEX "Call_programmeId_closesAt_idx" ON "Call"("programmeId", "closesAt");

-- CreateIndex
CREATE INDEX "Call_organisationId_idx" ON "Call"("organisationId");

-- CreateIndex
CREATE INDEX "CallField_fieldCode_idx" ON "CallField"("fieldCode");

-- CreateIndex
CREATE UNIQUE INDEX "CallAnswer_meetingId_key" ON "CallAnswer"("meetingId");

-- CreateIndex
CREATE INDEX "CallAnswer_organisationId_idx" ON "CallAnswer"("organisationId");

-- CreateIndex
CREATE INDEX "CallAnswer_userId_idx" ON "CallAnswer"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "CallAnswer_callId_organisationId_key" ON "CallAnswer"("callId", "organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "AnswerContact_consentId_key" ON "AnswerContact"("consentId");

-- CreateIndex
CREATE INDEX "AnswerContact_userId_idx" ON "AnswerContact"("userId");

-- CreateIndex
CREATE INDEX "CallReport_reporterId_idx" ON "CallReport"("reporterId");

-- AddForeignKey
ALTER TABLE "Call" ADD CONSTRAINT "Call_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Call" ADD CONSTRAINT "Call_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Call" ADD CONSTRAINT "Call_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallField" ADD CONSTRAINT "CallField_callId_fkey" FOREIGN KEY ("callId") REFERENCES "Call"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallField" ADD CONSTRAINT "CallField_fieldCode_fkey" FOREIGN KEY ("fieldCode") REFERENCES "FieldOfActivity"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallAnswer" ADD CONSTRAINT "CallAnswer_callId_fkey" FOREIGN KEY ("callId") REFERENCES "Call"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallAnswer" ADD CONSTRAINT "CallAnswer_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallAnswer" ADD CONSTRAINT "CallAnswer_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallAnswer" ADD CONSTRAINT "CallAnswer_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnswerContact" ADD CONSTRAINT "AnswerContact_answerId_fkey" FOREIGN KEY ("answerId") REFERENCES "CallAnswer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnswerContact" ADD CONSTRAINT "AnswerContact_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnswerContact" ADD CONSTRAINT "AnswerContact_consentId_fkey" FOREIGN KEY ("consentId") REFERENCES "Consent"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallReport" ADD CONSTRAINT "CallReport_callId_fkey" FOREIGN KEY ("callId") REFERENCES "Call"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallReport" ADD CONSTRAINT "CallReport_reporterId_fkey" FOREIGN KEY ("reporterId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Texts say something, and not without end. Whoever answers has one answer for each call (the unique key).
ALTER TABLE "Call" ADD CONSTRAINT "Call_text_check" CHECK (char_length("text") BETWEEN 20 AND 1000);
ALTER TABLE "Call" ADD CONSTRAINT "Call_closes_check" CHECK ("closesAt" > "createdAt");
ALTER TABLE "CallAnswer" ADD CONSTRAINT "CallAnswer_text_check" CHECK (char_length("text") BETWEEN 10 AND 1000);
ALTER TABLE "CallAnswer" ADD CONSTRAINT "CallAnswer_decided_check" CHECK (("state" = 'open') = ("decidedAt" IS NULL) AND ("meetingId" IS NULL OR "state" = 'accepted'));
ALTER TABLE "CallReport" ADD CONSTRAINT "CallReport_text_check" CHECK (char_length("text") BETWEEN 10 AND 2000);
ALTER TABLE "AnswerContact" ADD CONSTRAINT "AnswerContact_texts_check"
  CHECK (char_length("name") BETWEEN 1 AND 200 AND char_length("email") BETWEEN 3 AND 254 AND char_length("phone") BETWEEN 1 AND 40);

-- Nobody answers its own call.
CREATE FUNCTION refuse_own_answer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "Call" WHERE "id" = NEW."callId" AND "organisationId" = NEW."organisationId") THEN
    RAISE EXCEPTION 'violates check constraint "CallAnswer_other_check"' USING ERRCODE = 'check_violation', CONSTRAINT = 'CallAnswer_other_check';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "CallAnswer_other" BEFORE INSERT ON "CallAnswer" FOR EACH ROW EXECUTE FUNCTION refuse_own_answer();

-- With the consent, whoever withdraws it, the details go: those of an answer as those of a meeting (20261129000181).
CREATE OR REPLACE FUNCTION forget_withdrawn_share() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "ContactShare" WHERE "consentId" = NEW."id";
  DELETE FROM "AnswerContact" WHERE "consentId" = NEW."id";
  RETURN NEW;
END $$;
