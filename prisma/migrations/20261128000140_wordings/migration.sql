-- Why: organisers word the mails of their programme themselves, each kind in each language; where nothing is stored, the
-- portal's own words hold. What the placeholders of a kind are, the code knows and changes with each version: a text that
-- does not fit any more is told on its page, and the mail goes out in the portal's words.

-- CreateTable
CREATE TABLE "Wording" (
    "programmeId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "locale" "Locale" NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "revision" UUID NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Wording_pkey" PRIMARY KEY ("programmeId","kind","locale")
);

-- AddForeignKey
ALTER TABLE "Wording" ADD CONSTRAINT "Wording_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A subject is one line, and nothing is empty or without end.
ALTER TABLE "Wording" ADD CONSTRAINT "Wording_subject_check" CHECK (char_length("subject") BETWEEN 1 AND 200 AND "subject" !~ '[[:cntrl:]]');
ALTER TABLE "Wording" ADD CONSTRAINT "Wording_body_check" CHECK (char_length("body") BETWEEN 1 AND 5000);
-- Mails that belong to no programme have no words of a programme.
ALTER TABLE "Wording" ADD CONSTRAINT "Wording_kind_check"
  CHECK ("kind" NOT IN ('sign_in', 'search_found') AND NOT starts_with("kind", 'membership_'));
