-- Why: who looks for research institutions from Brandenburg can say so, and suggestions that fulfil it come earlier.
-- Empty means any.
ALTER TABLE "Organisation" ADD COLUMN     "wishedRegions" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "wishedTypes" "OrganisationType"[] DEFAULT ARRAY[]::"OrganisationType"[];

-- Codes of regions and countries, and no endless lists.
ALTER TABLE "Organisation" ADD CONSTRAINT "Organisation_wishes_check"
  CHECK (cardinality("wishedTypes") <= 4 AND array_position("wishedTypes", NULL) IS NULL AND cardinality("wishedRegions") <= 20
    AND array_position("wishedRegions", NULL) IS NULL AND array_position("wishedRegions", '') IS NULL
    AND array_to_string("wishedRegions", ' ') ~ '^([A-Z]{2}[A-Z0-9]{0,3}( (?=.)|$))*$');
