-- Who may fit is found by what organisations speak of, not by comparing everybody with everybody: suggestions stay
-- fast among a hundred thousand, and search finds "Lager" for "magazyn". A row is read from the texts by the lexicon of
-- its time; what a change of a text makes untrue is marked in the same moment, whoever makes it.

-- CreateEnum
CREATE TYPE "MentionSource" AS ENUM ('offer', 'need', 'description');

-- AlterTable
ALTER TABLE "Organisation" ADD COLUMN     "readBy" TEXT;

-- CreateTable
CREATE TABLE "Mention" (
    "organisationId" UUID NOT NULL,
    "source" "MentionSource" NOT NULL,
    "key" INTEGER NOT NULL,
    "strength" SMALLINT NOT NULL,

    CONSTRAINT "Mention_pkey" PRIMARY KEY ("organisationId","source","key")
);

-- CreateTable
CREATE TABLE "KeyCount" (
    "key" INTEGER NOT NULL,
    "organisations" INTEGER NOT NULL,

    CONSTRAINT "KeyCount_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "Mention_source_key_strength_organisationId_idx" ON "Mention"("source", "key", "strength" DESC, "organisationId");

-- AddForeignKey
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "Organisation_readBy_idx" ON "Organisation" ("readBy");
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_strength_check" CHECK ("strength" BETWEEN 1 AND 100);
ALTER TABLE "KeyCount" ADD CONSTRAINT "KeyCount_organisations_check" CHECK ("organisations" >= 0);

CREATE OR REPLACE FUNCTION refresh_search_text() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  organisation uuid;
BEGIN
  IF TG_TABLE_NAME = 'Organisation' THEN
    UPDATE "Organisation" SET "searchText" = organisation_search_text(NEW."id") WHERE "id" = NEW."id";
  ELSE
    organisation := COALESCE(NEW."organisationId", OLD."organisationId");
    UPDATE "Organisation" SET "searchText" = organisation_search_text(organisation), "readBy" = NULL WHERE "id" = organisation;
  END IF;
  RETURN NULL;
END $$;

-- A statement's place in its list says nothing new.
DROP TRIGGER "Statement_search" ON "Statement";
CREATE TRIGGER "Statement_search" AFTER INSERT OR UPDATE OF "text", "locale", "direction", "organisationId" OR DELETE ON "Statement"
  FOR EACH ROW EXECUTE FUNCTION refresh_search_text();

CREATE FUNCTION mark_unread() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Organisation" SET "readBy" = NULL WHERE "readBy" IS NOT NULL
    AND "id" = (SELECT "organisationId" FROM "Statement" WHERE "id" = COALESCE(NEW."statementId", OLD."statementId"));
  RETURN NULL;
END $$;
CREATE TRIGGER "StatementField_unread" AFTER INSERT OR UPDATE OR DELETE ON "StatementField"
  FOR EACH ROW EXECUTE FUNCTION mark_unread();
