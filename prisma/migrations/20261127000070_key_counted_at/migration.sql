-- Organisers see how old the counts are by which texts are weighed.

-- AlterTable
ALTER TABLE "KeyCount" ADD COLUMN     "countedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
