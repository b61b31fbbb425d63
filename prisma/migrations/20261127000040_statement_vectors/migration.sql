-- An operator may host a model that turns texts into vectors, so that texts which mean the same are found close where
-- the lexicon does not know their words. What it made of each offer and need is stored: a text goes there once, not with
-- every suggestion, and nothing waits for it.
CREATE TYPE "EmbeddingPrefixes" AS ENUM ('e5', 'none');

CREATE TABLE "EmbeddingModel" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "prefixes" "EmbeddingPrefixes" NOT NULL,
    "floor" DOUBLE PRECISION NOT NULL,
    "dimensions" INTEGER,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "nextAttemptAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "EmbeddingModel_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "StatementVector" (
    "statementId" UUID NOT NULL,
    "modelId" UUID NOT NULL,
    "dimensions" INTEGER NOT NULL,
    "textHash" BYTEA NOT NULL,
    "vector" BYTEA NOT NULL,

    CONSTRAINT "StatementVector_pkey" PRIMARY KEY ("statementId")
);

CREATE UNIQUE INDEX "EmbeddingModel_id_dimensions_key" ON "EmbeddingModel"("id", "dimensions");
ALTER TABLE "StatementVector" ADD CONSTRAINT "StatementVector_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "Statement"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "StatementVector" ADD CONSTRAINT "StatementVector_modelId_dimensions_fkey" FOREIGN KEY ("modelId", "dimensions") REFERENCES "EmbeddingModel"("id", "dimensions") ON DELETE CASCADE ON UPDATE CASCADE;

-- Vectors of two models, or of two lengths, say nothing about each other: there is one model, and all of its vectors
-- have its length.
CREATE UNIQUE INDEX "EmbeddingModel_only_key" ON "EmbeddingModel" ((true));
ALTER TABLE "EmbeddingModel" ADD CONSTRAINT "EmbeddingModel_settings_check"
  CHECK ("floor" >= -1 AND "floor" < 1 AND "dimensions" BETWEEN 2 AND 8192 AND "failures" >= 0);
ALTER TABLE "StatementVector" ADD CONSTRAINT "StatementVector_length_check" CHECK (octet_length("vector") = 4 * "dimensions");
ALTER TABLE "StatementVector" ADD CONSTRAINT "StatementVector_hash_check" CHECK (octet_length("textHash") = 32);
