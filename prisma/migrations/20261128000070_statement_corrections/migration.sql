-- Why: what Pomost understands of an offer or a need can be wrong or miss something. Its authors correct it by ids of
-- concepts, and matching treats an added one as spoken of and a removed one as not. Empty: nobody has corrected anything,
-- and what is stored in "Mention" stays true.
ALTER TABLE "Statement" ADD COLUMN     "addedConcepts" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "removedConcepts" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- Ids of concepts, none of them in both lists, and no endless ones: who could add everything would be found by everybody.
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_corrections_check"
  CHECK ("addedConcepts" IS NOT NULL AND "removedConcepts" IS NOT NULL
    AND cardinality("addedConcepts") <= 5 AND cardinality("removedConcepts") <= 20 AND NOT "addedConcepts" && "removedConcepts"
    AND array_position("addedConcepts" || "removedConcepts", NULL) IS NULL AND array_position("addedConcepts" || "removedConcepts", '') IS NULL
    AND array_to_string("addedConcepts" || "removedConcepts", ',') ~ '^([a-z][a-z0-9_]*(,(?=.)|$))*$');

-- A correction changes what the organisation speaks of as a new text does.
DROP TRIGGER "Statement_search" ON "Statement";
CREATE TRIGGER "Statement_search"
  AFTER INSERT OR UPDATE OF "text", "locale", "direction", "organisationId", "addedConcepts", "removedConcepts" OR DELETE ON "Statement"
  FOR EACH ROW EXECUTE FUNCTION refresh_search_text();
