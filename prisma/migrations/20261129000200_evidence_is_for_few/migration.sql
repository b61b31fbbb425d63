-- Why: who registered for an event and who came, by name, is evidence for the funding body and nobody else's business.
-- Being staff is not enough: an organiser lets each reader in by hand. What is given with a role goes with it, as it is
-- a column of the role; nobody reads anything until somebody has been let in.

-- AlterTable
ALTER TABLE "StaffRole" ADD COLUMN "evidenceSince" TIMESTAMPTZ(3);
