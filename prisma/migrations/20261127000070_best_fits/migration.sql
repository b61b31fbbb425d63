-- Moderators see which organisations nobody across the border fits, worst first. To compare everybody with everybody takes
-- too long for a page, so the worker measures a few organisations at a time, and the page says how old that is.

-- CreateTable
CREATE TABLE "BestFit" (
    "id" UUID NOT NULL,
    "programmeId" UUID NOT NULL,
    "eventId" UUID,
    "organisationId" UUID NOT NULL,
    "partnerId" UUID,
    "fit" SMALLINT NOT NULL,
    "measuredAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "BestFit_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "BestFit_eventId_idx" ON "BestFit"("eventId");
CREATE INDEX "BestFit_organisationId_idx" ON "BestFit"("organisationId");
CREATE INDEX "BestFit_partnerId_idx" ON "BestFit"("partnerId");
-- One row each, also where the place is the whole programme and no event is named.
CREATE UNIQUE INDEX "BestFit_place_key" ON "BestFit"("programmeId", "eventId", "organisationId") NULLS NOT DISTINCT;
ALTER TABLE "BestFit" ADD CONSTRAINT "BestFit_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "BestFit" ADD CONSTRAINT "BestFit_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "BestFit" ADD CONSTRAINT "BestFit_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "BestFit" ADD CONSTRAINT "BestFit_partnerId_fkey" FOREIGN KEY ("partnerId") REFERENCES "Organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "BestFit" ADD CONSTRAINT "BestFit_fit_check" CHECK ("fit" BETWEEN 0 AND 100);
ALTER TABLE "BestFit" ADD CONSTRAINT "BestFit_partner_check" CHECK ("partnerId" <> "organisationId");
