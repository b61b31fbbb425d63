-- Search that finds "wroclaw" for "Wrocław" and forgives typing errors, over the whole profile.
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- unaccent is only STABLE because its dictionary could change; ours does not, and an index needs IMMUTABLE.
CREATE FUNCTION fold(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  AS $$ SELECT lower(public.unaccent('public.unaccent', value)) $$;

CREATE INDEX "Organisation_searchText_idx" ON "Organisation" USING gin ("searchText" gin_trgm_ops);
-- Similar names while typing, so that nobody creates an organisation twice.
CREATE INDEX "Organisation_name_fold_idx" ON "Organisation" USING gin (fold("name") gin_trgm_ops);

CREATE FUNCTION organisation_search_text(organisation uuid) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT fold(concat_ws(' ', o."name",
    (SELECT string_agg(t."description", ' ') FROM "OrganisationText" t WHERE t."organisationId" = o."id"),
    (SELECT string_agg(s."text", ' ') FROM "Statement" s WHERE s."organisationId" = o."id")))
  FROM "Organisation" o WHERE o."id" = organisation
$$;

CREATE FUNCTION refresh_search_text() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  organisation uuid;
BEGIN
  IF TG_TABLE_NAME = 'Organisation' THEN
    organisation := NEW."id";
  ELSE
    organisation := COALESCE(NEW."organisationId", OLD."organisationId");
  END IF;
  UPDATE "Organisation" SET "searchText" = organisation_search_text(organisation) WHERE "id" = organisation;
  RETURN NULL;
END $$;
CREATE TRIGGER "Organisation_search" AFTER INSERT OR UPDATE OF "name" ON "Organisation"
  FOR EACH ROW EXECUTE FUNCTION refresh_search_text();
CREATE TRIGGER "OrganisationText_search" AFTER INSERT OR UPDATE OR DELETE ON "OrganisationText"
  FOR EACH ROW EXECUTE FUNCTION refresh_search_text();
CREATE TRIGGER "Statement_search" AFTER INSERT OR UPDATE OR DELETE ON "Statement"
  FOR EACH ROW EXECUTE FUNCTION refresh_search_text();
