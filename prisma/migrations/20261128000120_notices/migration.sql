-- Why: what the portal tells by mail is also read in the portal. A notice is a mail's, so that there is one list of who
-- is told what; it goes with the mail, and with the person.

-- CreateTable
CREATE TABLE "Notice" (
    "mailId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "readAt" TIMESTAMPTZ(3),

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("mailId")
);

-- CreateIndex
CREATE INDEX "Notice_userId_createdAt_idx" ON "Notice"("userId", "createdAt");

-- CreateIndex
CREATE INDEX "Notice_createdAt_idx" ON "Notice"("createdAt");

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_mailId_fkey" FOREIGN KEY ("mailId") REFERENCES "Mail"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What opens something is for the mailbox alone, which proves who reads it.
CREATE FUNCTION refuse_secret_notice() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "Mail" WHERE "id" = NEW."mailId" AND "kind" IN ('sign_in', 'event_interest')) THEN
    RAISE EXCEPTION 'violates check constraint "Notice_secret_check"' USING ERRCODE = 'check_violation', CONSTRAINT = 'Notice_secret_check';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Notice_secret" BEFORE INSERT OR UPDATE OF "mailId" ON "Notice" FOR EACH ROW EXECUTE FUNCTION refuse_secret_notice();

-- Whoever registers has the mail that tells of it in the portal, too: the function is as it was
-- (20261127000081_register_into_calendar) but for its notice.
CREATE OR REPLACE FUNCTION register_participant(p jsonb) RETURNS TABLE ("registration" uuid, "got" "RegistrationState") LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  v_id uuid;
  v_state "RegistrationState";
BEGIN
  SELECT r."registration", r."got" INTO v_id, v_state FROM register_person(p) r;
  IF v_id IS NULL THEN
    RETURN;
  END IF;
  IF v_state = 'approved' THEN
    UPDATE "Mail" SET "entryId" = n."entryId", "sequence" = n."sequence"
      FROM note_calendar(ARRAY[v_id], ARRAY[]::uuid[]) n WHERE "Mail"."key" = p->'mails'->'approved'->>'key';
  END IF;
  INSERT INTO "Notice" ("mailId", "userId")
    SELECT DISTINCT m."id", (p->>'userId')::uuid FROM jsonb_each(p->'mails') draft JOIN "Mail" m ON m."key" = draft.value->>'key';
  RETURN QUERY SELECT v_id, v_state;
END $$;
