-- Why: what two organisations do together since they met is the outcome that the programme exists for. One of them notes
-- it; the other one confirms it, or it stays what one side says.

-- CreateEnum
CREATE TYPE "CooperationStage" AS ENUM ('idea', 'talks', 'agreement', 'project', 'ended');

-- CreateTable
CREATE TABLE "Cooperation" (
    "id" UUID NOT NULL,
    "programmeId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "partnerId" UUID NOT NULL,
    "userId" UUID,
    "meetingId" UUID,
    "subject" TEXT NOT NULL,
    "subjectLocale" "Locale" NOT NULL,
    "stage" "CooperationStage" NOT NULL,
    "stageAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "isConfirmed" BOOLEAN,
    "answeredAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Cooperation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Cooperation_programmeId_createdAt_idx" ON "Cooperation"("programmeId", "createdAt");

-- CreateIndex
CREATE INDEX "Cooperation_authorId_idx" ON "Cooperation"("authorId");

-- CreateIndex
CREATE INDEX "Cooperation_partnerId_idx" ON "Cooperation"("partnerId");

-- CreateIndex
CREATE INDEX "Cooperation_createdAt_idx" ON "Cooperation"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Cooperation_meetingId_authorId_key" ON "Cooperation"("meetingId", "authorId");

-- AddForeignKey
ALTER TABLE "Cooperation" ADD CONSTRAINT "Cooperation_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Cooperation" ADD CONSTRAINT "Cooperation_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Cooperation" ADD CONSTRAINT "Cooperation_partnerId_fkey" FOREIGN KEY ("partnerId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Cooperation" ADD CONSTRAINT "Cooperation_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Cooperation" ADD CONSTRAINT "Cooperation_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Nobody cooperates with itself; an answer has a time; a subject is one line.
ALTER TABLE "Cooperation" ADD CONSTRAINT "Cooperation_two_sides_check" CHECK ("authorId" <> "partnerId");
ALTER TABLE "Cooperation" ADD CONSTRAINT "Cooperation_answer_check" CHECK (("isConfirmed" IS NULL) = ("answeredAt" IS NULL));
ALTER TABLE "Cooperation" ADD CONSTRAINT "Cooperation_subject_check" CHECK (char_length("subject") BETWEEN 1 AND 200 AND "subject" !~ '[[:cntrl:]]');
