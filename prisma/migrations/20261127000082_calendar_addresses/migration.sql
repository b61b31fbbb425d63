-- Why: a calendar program reads a person's dates without signing in, so it needs an address that nobody guesses and
-- that its person can end. One for each person; the secret itself is not stored.

-- CreateTable
CREATE TABLE "CalendarAddress" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CalendarAddress_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "CalendarAddress_userId_key" ON "CalendarAddress"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "CalendarAddress_tokenHash_key" ON "CalendarAddress"("tokenHash");

-- AddForeignKey
ALTER TABLE "CalendarAddress" ADD CONSTRAINT "CalendarAddress_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "CalendarAddress" ADD CONSTRAINT "CalendarAddress_hash_check" CHECK ("tokenHash" ~ '^[0-9a-f]{64}$');
