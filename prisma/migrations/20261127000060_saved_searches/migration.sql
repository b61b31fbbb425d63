-- Why: who looks for something that nobody offers yet, should not have to look again every week. A search can be kept; the
-- worker looks who fits anew, and tells of each organisation once: that is what the key of a hit is for.

-- CreateTable
CREATE TABLE "SavedSearch" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "programmeId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "locale" "Locale" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lookedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SavedSearch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SearchHit" (
    "savedSearchId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SearchHit_pkey" PRIMARY KEY ("savedSearchId","organisationId")
);

-- CreateIndex
CREATE INDEX "SavedSearch_lookedAt_idx" ON "SavedSearch"("lookedAt");

-- CreateIndex
CREATE UNIQUE INDEX "SavedSearch_userId_programmeId_query_key" ON "SavedSearch"("userId", "programmeId", "query");

-- CreateIndex
CREATE INDEX "SearchHit_organisationId_idx" ON "SearchHit"("organisationId");

-- AddForeignKey
ALTER TABLE "SavedSearch" ADD CONSTRAINT "SavedSearch_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedSearch" ADD CONSTRAINT "SavedSearch_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SearchHit" ADD CONSTRAINT "SearchHit_savedSearchId_fkey" FOREIGN KEY ("savedSearchId") REFERENCES "SavedSearch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SearchHit" ADD CONSTRAINT "SearchHit_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A name and a search that say something; the query stays short enough for its unique index.
ALTER TABLE "SavedSearch" ADD CONSTRAINT "SavedSearch_name_check" CHECK (char_length("name") BETWEEN 1 AND 80);
ALTER TABLE "SavedSearch" ADD CONSTRAINT "SavedSearch_query_check" CHECK ("query" LIKE '?_%' AND octet_length("query") <= 2500);
