-- Two moderators work on one draft: whoever changes a placement says which version of it was seen. A counter per row
-- would begin again when a meeting is removed and placed anew, and an old form would fit again; a sequence never
-- gives the same number twice.
CREATE SEQUENCE "Placement_version_seq" AS integer;
CREATE FUNCTION placement_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."version" := nextval('"Placement_version_seq"');
  RETURN NEW;
END $$;
CREATE TRIGGER "Placement_version" BEFORE INSERT OR UPDATE ON "Placement"
  FOR EACH ROW EXECUTE FUNCTION placement_version();
