-- Why: whoever gets a place at once, without a moderator, is registered in one round trip (register_person); the entry
-- of the own calendar and the mail that tells of it belong into the same transaction. It is a function around the
-- other one, which stays as it is.
CREATE FUNCTION register_participant(p jsonb) RETURNS TABLE ("registration" uuid, "got" "RegistrationState") LANGUAGE plpgsql AS $$
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
  RETURN QUERY SELECT v_id, v_state;
END $$;
