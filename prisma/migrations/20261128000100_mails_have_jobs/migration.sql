-- Why: the work of sending is carried by pg-boss (docs/decisions/0074), and no mail may come into the outbox without a
-- job, whatever way it comes: by a command, by register_person, by hand. So the database makes the job, in the same
-- transaction. What pg-boss owns (its schema, the queues) is made by `npm run migrate` (server/jobs/queues.ts).

-- The guard: a mail that waits to be tried has a job that is due no later than the mail. The settings are the queue's;
-- without the queue the job breaks a NOT NULL, and nothing is stored.
CREATE FUNCTION enqueue_mails() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    UPDATE pgboss.job j SET "singleton_key" = coalesce(m."entryId", m."id")::text FROM earlier e JOIN mails m ON m."id" = e."id"
      WHERE m."entryId" IS DISTINCT FROM e."entryId" AND j."name" = 'mail' AND j."state" < 'active'
        AND j."singleton_key" = coalesce(e."entryId", e."id")::text AND j."data"->>'mail' = m."id"::text;
  END IF;
  INSERT INTO pgboss.job ("name", "data", "priority", "start_after", "singleton_key", "policy", "dead_letter", "retry_limit",
      "retry_delay", "retry_backoff", "retry_delay_max", "expire_seconds", "deletion_seconds", "keep_until", "heartbeat_seconds")
    SELECT 'mail', jsonb_build_object('mail', m."id"), (m."kind" = 'sign_in')::int, m."nextAttemptAt", coalesce(m."entryId", m."id")::text,
      q."policy", q."dead_letter", q."retry_limit", q."retry_delay", q."retry_backoff", q."retry_delay_max", q."expire_seconds",
      q."deletion_seconds", m."nextAttemptAt" + make_interval(secs => q."retention_seconds"), q."heartbeat_seconds"
    FROM mails m LEFT JOIN pgboss.queue q ON q."name" = 'mail'
    WHERE m."state" IN ('queued', 'failed') AND (TG_OP = 'INSERT' OR NOT EXISTS (
      SELECT 1 FROM pgboss.job j
      WHERE j."name" = 'mail' AND j."state" < 'active' AND j."singleton_key" = coalesce(m."entryId", m."id")::text
        AND j."data"->>'mail' = m."id"::text AND j."start_after" <= m."nextAttemptAt"));
  RETURN NULL;
END $$;

CREATE TRIGGER "Mail_enqueue_insert" AFTER INSERT ON "Mail" REFERENCING NEW TABLE AS mails FOR EACH STATEMENT EXECUTE FUNCTION enqueue_mails();
CREATE TRIGGER "Mail_enqueue_update" AFTER UPDATE ON "Mail" REFERENCING OLD TABLE AS earlier NEW TABLE AS mails FOR EACH STATEMENT EXECUTE FUNCTION enqueue_mails();

-- When a mail is due is told by the database's clock, not by that of whoever writes it.
ALTER TABLE "Mail" ALTER COLUMN "nextAttemptAt" SET DEFAULT now();

-- A worker does not look for mails any more, it gets their jobs.
DROP INDEX "Mail_state_nextAttemptAt_idx";
CREATE INDEX "Mail_state_idx" ON "Mail"("state");

-- Mails that wait already get their jobs by the worker's first round (mendMails).
