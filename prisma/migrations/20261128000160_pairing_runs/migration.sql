-- Why: the search for whom to pair takes up to minutes for a large event. What was asked for, how far it is and what is
-- proposed are rows, so that it survives a reload, a moderator can stop it, and a worker that dies leaves no half answer.

CREATE TABLE "PairingRun" (
    "id" UUID NOT NULL,
    "eventId" UUID NOT NULL,
    "askedById" UUID,
    "least" INTEGER NOT NULL,
    "most" INTEGER NOT NULL,
    "isAcross" BOOLEAN NOT NULL,
    "state" "ScheduleRunState" NOT NULL DEFAULT 'queued',
    "progress" JSONB,
    "answer" JSONB,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "startedAt" TIMESTAMPTZ(3),
    "heartbeatAt" TIMESTAMPTZ(3),
    "cancelRequestedAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),
    "discardedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PairingRun_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "PairingProposal" (
    "runId" UUID NOT NULL,
    "lowId" UUID NOT NULL,
    "highId" UUID NOT NULL,
    "fit" SMALLINT NOT NULL,

    CONSTRAINT "PairingProposal_pkey" PRIMARY KEY ("runId","lowId","highId")
);
CREATE INDEX "PairingRun_eventId_createdAt_idx" ON "PairingRun"("eventId", "createdAt");
CREATE INDEX "PairingProposal_lowId_idx" ON "PairingProposal"("lowId");
CREATE INDEX "PairingProposal_highId_idx" ON "PairingProposal"("highId");
ALTER TABLE "PairingRun" ADD CONSTRAINT "PairingRun_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "PairingRun" ADD CONSTRAINT "PairingRun_askedById_fkey" FOREIGN KEY ("askedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "PairingProposal" ADD CONSTRAINT "PairingProposal_runId_fkey" FOREIGN KEY ("runId") REFERENCES "PairingRun"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "PairingProposal" ADD CONSTRAINT "PairingProposal_lowId_fkey" FOREIGN KEY ("lowId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "PairingProposal" ADD CONSTRAINT "PairingProposal_highId_fkey" FOREIGN KEY ("highId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One open run of an event, whoever asks at the same moment.
CREATE UNIQUE INDEX "PairingRun_open_key" ON "PairingRun" ("eventId") WHERE "state" IN ('queued', 'running');
ALTER TABLE "PairingRun" ADD CONSTRAINT "PairingRun_settings_check"
  CHECK ("least" >= 1 AND "most" BETWEEN "least" AND 50 AND "attempts" >= 0);
-- Whoever works on it is heard of; what has ended says when, and only what is done has an answer.
ALTER TABLE "PairingRun" ADD CONSTRAINT "PairingRun_running_check"
  CHECK ("state" <> 'running' OR ("heartbeatAt" IS NOT NULL AND "attempts" > 0));
ALTER TABLE "PairingRun" ADD CONSTRAINT "PairingRun_finished_check"
  CHECK (("state" IN ('queued', 'running')) = ("finishedAt" IS NULL));
ALTER TABLE "PairingRun" ADD CONSTRAINT "PairingRun_answer_check" CHECK (("state" = 'done') = ("answer" IS NOT NULL));
ALTER TABLE "PairingRun" ADD CONSTRAINT "PairingRun_discarded_check" CHECK ("discardedAt" IS NULL OR "finishedAt" IS NOT NULL);
-- A pair is proposed once, whichever of the two is named first.
ALTER TABLE "PairingProposal" ADD CONSTRAINT "PairingProposal_pair_check" CHECK ("lowId" < "highId" AND "fit" BETWEEN 0 AND 100);
