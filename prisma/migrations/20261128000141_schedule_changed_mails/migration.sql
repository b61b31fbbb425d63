-- Why: the mail about a first schedule and the one about a changed schedule say different things, and organisers word each
-- of them: they are two kinds. What is stored of the second is named so, sent or not.
UPDATE "Mail" SET "kind" = 'schedule_changed' WHERE "kind" = 'schedule_released' AND ("params" ->> 'version')::int > 1;
