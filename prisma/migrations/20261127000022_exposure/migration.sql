-- Why: who fits many is shown to all, and who is new to nobody. To how many others each was suggested is counted from
-- one row per pair, however often a list is opened, so that whoever is seldom shown may come a little earlier.

-- CreateTable
CREATE TABLE "Exposure" (
    "programmeId" UUID NOT NULL,
    "shownId" UUID NOT NULL,
    "viewerId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Exposure_pkey" PRIMARY KEY ("programmeId","shownId","viewerId")
);

-- CreateIndex
CREATE INDEX "Exposure_shownId_idx" ON "Exposure"("shownId");

-- CreateIndex
CREATE INDEX "Exposure_viewerId_idx" ON "Exposure"("viewerId");

-- AddForeignKey
ALTER TABLE "Exposure" ADD CONSTRAINT "Exposure_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Exposure" ADD CONSTRAINT "Exposure_shownId_fkey" FOREIGN KEY ("shownId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Exposure" ADD CONSTRAINT "Exposure_viewerId_fkey" FOREIGN KEY ("viewerId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Nobody is suggested to itself.
ALTER TABLE "Exposure" ADD CONSTRAINT "Exposure_two_sides_check" CHECK ("shownId" <> "viewerId");
