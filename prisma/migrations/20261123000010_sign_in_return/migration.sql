-- Who signs in is led back to where they wanted to go. The address is kept here and not in the mail, where it could be
-- changed on the way.
ALTER TABLE "SignIn" ADD COLUMN "returnTo" TEXT;

-- Each attempt gives its browser a secret of its own; codes are looked up by it.
CREATE UNIQUE INDEX "SignIn_browserHash_key" ON "SignIn" ("browserHash");
