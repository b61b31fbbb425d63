-- Why: staff takes registrations over from the file of a web form, for people who have answered there. The audit entry
-- names who did it (`staffId`), and whoever has cancelled the own registration is not registered again by somebody else.
CREATE OR REPLACE FUNCTION register_person(p jsonb) RETURNS TABLE ("registration" uuid, "got" "RegistrationState") LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  p_event uuid := (p->>'eventId')::uuid;
  p_user uuid := (p->>'userId')::uuid;
  p_organisation uuid := (p->>'organisationId')::uuid;
  p_staff uuid := (p->>'staffId')::uuid;
  p_locale "Locale" := (p->>'locale')::"Locale";
  p_languages text[] := ARRAY(SELECT jsonb_array_elements_text(p->'languages'));
  p_interpreter boolean := (p->>'interpreterNeeded')::boolean;
  v_id uuid;
  v_state "RegistrationState";
  v_mail jsonb;
BEGIN
  INSERT INTO "Registration" ("id", "eventId", "organisationId", "userId", "state", "personName", "email", "locale",
                              "languages", "interpreterNeeded", "hopes")
    VALUES ((p->>'id')::uuid, p_event, p_organisation, p_user, 'waiting', p->>'personName', p->>'email', p_locale,
            p_languages, p_interpreter, p->>'hopes')
    ON CONFLICT ("eventId", "userId") DO NOTHING RETURNING "id" INTO v_id;
  IF v_id IS NULL AND p_staff IS NOT NULL THEN
    RETURN;
  ELSIF v_id IS NULL THEN
    -- The event before the row, as in every command that ends a registration.
    PERFORM 1 FROM "Event" WHERE "id" = p_event FOR NO KEY UPDATE;
    UPDATE "Registration" SET "organisationId" = p_organisation, "state" = 'waiting', "personName" = p->>'personName',
        "email" = p->>'email', "locale" = p_locale, "languages" = p_languages, "interpreterNeeded" = p_interpreter,
        "hopes" = p->>'hopes', "reason" = NULL
      WHERE "eventId" = p_event AND "userId" = p_user AND "state" = 'cancelled' RETURNING "id" INTO v_id;
    IF v_id IS NULL THEN
      RETURN;
    END IF;
    DELETE FROM "Availability" WHERE "registrationId" = v_id;
  END IF;
  INSERT INTO "Availability" ("registrationId", "slotId")
    SELECT v_id, s::uuid FROM jsonb_array_elements_text(p->'slots') s;
  INSERT INTO "Consent" ("id", "userId", "registrationId", "purpose", "textVersion", "locale")
    SELECT gen_random_uuid(), p_user, v_id, c->>'purpose', c->>'textVersion', p_locale FROM jsonb_array_elements(p->'consents') c;
  v_state := take_place(v_id);
  INSERT INTO "AuditEntry" ("id", "actorId", "action", "objectType", "objectId", "programmeId", "eventId", "organisationId", "details")
    VALUES (gen_random_uuid(), coalesce(p_staff, p_user), 'registration.register', 'registration', v_id::text, (p->>'programmeId')::uuid, p_event,
            p_organisation, jsonb_build_object('state', v_state));
  v_mail := p->'mails'->(v_state::text);
  INSERT INTO "Mail" ("id", "key", "kind", "to", "locale", "params")
    VALUES (gen_random_uuid(), v_mail->>'key', v_mail->>'kind', v_mail->>'to', (v_mail->>'locale')::"Locale", v_mail->'params')
    ON CONFLICT ("key") DO NOTHING;
  RETURN QUERY SELECT v_id, v_state;
END $$;
