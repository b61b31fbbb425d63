-- Why: the solver works for up to minutes on a draft. What was asked for, how far it is and what came of it is a row,
-- so that it survives a reload, a moderator can stop it, and a worker that dies leaves no half answer.
CREATE TYPE "ScheduleRunState" AS ENUM ('queued', 'running', 'done', 'cancelled', 'failed');
CREATE TYPE "KeptPlacements" AS ENUM ('locked', 'placed');

CREATE TABLE "ScheduleRun" (
    "id" UUID NOT NULL,
    "eventId" UUID NOT NULL,
    "askedById" UUID,
    "seconds" INTEGER NOT NULL,
    "fairness" INTEGER,
    "kept" "KeptPlacements" NOT NULL,
    "state" "ScheduleRunState" NOT NULL DEFAULT 'queued',
    "revision" TEXT,
    "progress" JSONB,
    "answer" JSONB,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "startedAt" TIMESTAMPTZ(3),
    "heartbeatAt" TIMESTAMPTZ(3),
    "cancelRequestedAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),
    "acceptedAt" TIMESTAMPTZ(3),
    "discardedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ScheduleRun_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "ScheduleRun_eventId_createdAt_idx" ON "ScheduleRun"("eventId", "createdAt");
ALTER TABLE "ScheduleRun" ADD CONSTRAINT "ScheduleRun_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ScheduleRun" ADD CONSTRAINT "ScheduleRun_askedById_fkey" FOREIGN KEY ("askedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- One open run of an event, whoever asks at the same moment.
CREATE UNIQUE INDEX "ScheduleRun_open_key" ON "ScheduleRun" ("eventId") WHERE "state" IN ('queued', 'running');
ALTER TABLE "ScheduleRun" ADD CONSTRAINT "ScheduleRun_settings_check"
  CHECK ("seconds" BETWEEN 1 AND 600 AND "fairness" >= 0 AND "attempts" >= 0);
-- Whoever works on it is heard of; what has ended says when, and only then has an answer: whole, or none.
ALTER TABLE "ScheduleRun" ADD CONSTRAINT "ScheduleRun_running_check"
  CHECK ("state" <> 'running' OR ("heartbeatAt" IS NOT NULL AND "attempts" > 0));
ALTER TABLE "ScheduleRun" ADD CONSTRAINT "ScheduleRun_finished_check"
  CHECK (("state" IN ('queued', 'running')) = ("finishedAt" IS NULL));
ALTER TABLE "ScheduleRun" ADD CONSTRAINT "ScheduleRun_answer_check"
  CHECK (("state" <> 'done' OR "answer" IS NOT NULL)
    AND ("answer" IS NULL OR "state" IN ('done', 'cancelled')) AND ("answer" IS NULL) = ("revision" IS NULL));
-- It is accepted, which takes an answer, or discarded, or neither yet.
ALTER TABLE "ScheduleRun" ADD CONSTRAINT "ScheduleRun_decided_check"
  CHECK (("acceptedAt" IS NULL OR "answer" IS NOT NULL) AND ("discardedAt" IS NULL OR "finishedAt" IS NOT NULL)
    AND ("acceptedAt" IS NULL OR "discardedAt" IS NULL));
