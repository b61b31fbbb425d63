-- Why: where both sides wish to meet again, it is agreed at once, and once; and who wants to be reached tells the other
-- side how, by a consent of its own, visible when both have, and gone when it is taken back.

-- CreateTable
CREATE TABLE "SecondMeeting" (
    "meetingId" UUID NOT NULL,
    "startsAt" TIMESTAMPTZ(3),
    "proposedById" UUID,
    "confirmedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SecondMeeting_pkey" PRIMARY KEY ("meetingId")
);

-- CreateTable
CREATE TABLE "ContactShare" (
    "meetingId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "phone" TEXT,
    "consentId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ContactShare_pkey" PRIMARY KEY ("meetingId","organisationId")
);

-- CreateIndex
CREATE UNIQUE INDEX "ContactShare_consentId_key" ON "ContactShare"("consentId");

-- CreateIndex
CREATE INDEX "ContactShare_userId_idx" ON "ContactShare"("userId");

-- AddForeignKey
ALTER TABLE "SecondMeeting" ADD CONSTRAINT "SecondMeeting_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SecondMeeting" ADD CONSTRAINT "SecondMeeting_meetingId_proposedById_fkey" FOREIGN KEY ("meetingId", "proposedById") REFERENCES "MeetingSide"("meetingId", "organisationId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContactShare" ADD CONSTRAINT "ContactShare_meetingId_organisationId_fkey" FOREIGN KEY ("meetingId", "organisationId") REFERENCES "MeetingSide"("meetingId", "organisationId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContactShare" ADD CONSTRAINT "ContactShare_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContactShare" ADD CONSTRAINT "ContactShare_consentId_fkey" FOREIGN KEY ("consentId") REFERENCES "Consent"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A time has somebody who proposes it, and none is confirmed that nobody proposed.
ALTER TABLE "SecondMeeting" ADD CONSTRAINT "SecondMeeting_time_check"
  CHECK (("startsAt" IS NULL) = ("proposedById" IS NULL) AND ("confirmedAt" IS NULL OR "startsAt" IS NOT NULL));

-- It takes two: no second meeting without the wish of both sides.
CREATE FUNCTION refuse_lonely_second() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT count(*) FROM "Rating" WHERE "meetingId" = NEW."meetingId" AND "wishesAgain") < 2 THEN
    RAISE EXCEPTION 'violates check constraint "SecondMeeting_both_check"' USING ERRCODE = 'check_violation', CONSTRAINT = 'SecondMeeting_both_check';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "SecondMeeting_both" BEFORE INSERT ON "SecondMeeting" FOR EACH ROW EXECUTE FUNCTION refuse_lonely_second();

ALTER TABLE "ContactShare" ADD CONSTRAINT "ContactShare_texts_check"
  CHECK (char_length("name") BETWEEN 1 AND 200 AND char_length("email") BETWEEN 3 AND 254 AND char_length("phone") BETWEEN 1 AND 40);

-- What is shown rests on a consent that holds: with the consent, whoever withdraws it, the row goes.
CREATE FUNCTION forget_withdrawn_share() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "ContactShare" WHERE "consentId" = NEW."id";
  RETURN NEW;
END $$;
CREATE TRIGGER "Consent_share" AFTER UPDATE OF "withdrawnAt" ON "Consent" FOR EACH ROW WHEN (NEW."withdrawnAt" IS NOT NULL)
  EXECUTE FUNCTION forget_withdrawn_share();
