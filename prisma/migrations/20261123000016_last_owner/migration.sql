-- An organisation that has an owner keeps one: the last one cannot leave, be removed or become an editor, also when
-- two owners make each other editors at the same moment. The row lock on the organisation puts such changes in a line.
-- Whoever deletes the own account may always go (the user is gone before the membership), and so may an organisation.
CREATE FUNCTION keep_last_owner() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW."role" = 'owner' AND NEW."state" = 'active' THEN
    RETURN NEW;
  END IF;
  PERFORM 1 FROM "Organisation" WHERE "id" = OLD."organisationId" FOR NO KEY UPDATE;
  IF NOT FOUND OR NOT EXISTS (SELECT 1 FROM "User" WHERE "id" = OLD."userId") THEN
    RETURN COALESCE(NEW, OLD);
  END IF;
  IF NOT EXISTS (
    SELECT 1 FROM "Membership"
    WHERE "organisationId" = OLD."organisationId" AND "role" = 'owner' AND "state" = 'active' AND "id" <> OLD."id"
  ) THEN
    RAISE EXCEPTION 'violates check constraint "Membership_last_owner_check"'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Membership_last_owner_check';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;
CREATE TRIGGER "Membership_last_owner" BEFORE UPDATE OF "role", "state" OR DELETE ON "Membership"
  FOR EACH ROW WHEN (OLD."role" = 'owner' AND OLD."state" = 'active') EXECUTE FUNCTION keep_last_owner();
