-- Why: who is suggested and does not suit can be told so once, with a reason that makes later suggestions better,
-- instead of being passed over each time. It is a row of the organisation that says it; the other one never reads it.

-- CreateEnum
CREATE TYPE "DismissalReason" AS ENUM ('known', 'wrong_subject', 'wrong_kind', 'wrong_region', 'other');

-- CreateTable
CREATE TABLE "Dismissal" (
    "organisationId" UUID NOT NULL,
    "programmeId" UUID NOT NULL,
    "dismissedId" UUID NOT NULL,
    "userId" UUID,
    "reason" "DismissalReason" NOT NULL,
    "note" TEXT,
    "noteLocale" "Locale",
    "conceptIds" TEXT[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Dismissal_pkey" PRIMARY KEY ("organisationId","programmeId","dismissedId")
);

-- CreateIndex
CREATE INDEX "Dismissal_programmeId_reason_idx" ON "Dismissal"("programmeId", "reason");

-- CreateIndex
CREATE INDEX "Dismissal_dismissedId_idx" ON "Dismissal"("dismissedId");

-- AddForeignKey
ALTER TABLE "Dismissal" ADD CONSTRAINT "Dismissal_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Dismissal" ADD CONSTRAINT "Dismissal_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Dismissal" ADD CONSTRAINT "Dismissal_dismissedId_fkey" FOREIGN KEY ("dismissedId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Dismissal" ADD CONSTRAINT "Dismissal_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Nobody dismisses itself; a word in a language has words; subjects are remembered only where the subject was wrong,
-- and no more of them than a suggestion's reasons can name.
ALTER TABLE "Dismissal" ADD CONSTRAINT "Dismissal_two_sides_check" CHECK ("organisationId" <> "dismissedId");
ALTER TABLE "Dismissal" ADD CONSTRAINT "Dismissal_note_check"
  CHECK (("note" IS NULL) = ("noteLocale" IS NULL) AND char_length("note") BETWEEN 1 AND 300);
ALTER TABLE "Dismissal" ADD CONSTRAINT "Dismissal_concepts_check"
  CHECK (cardinality("conceptIds") <= 6 AND ("reason" = 'wrong_subject' OR cardinality("conceptIds") = 0));
