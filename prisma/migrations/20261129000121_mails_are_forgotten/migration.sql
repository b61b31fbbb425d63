-- Why: who was written to, and in which words, is kept for a year. After that a mail's row says only that there was one, of
-- which kind, when and what became of it; its key still keeps it from being sent again. Without an address it has no words
-- and no answer of the mail server either, which often repeats the address.
ALTER TABLE "Mail" ADD CONSTRAINT "Mail_forgotten_check" CHECK ("to" <> '' OR ("params" = '{}'::jsonb AND "error" IS NULL));
