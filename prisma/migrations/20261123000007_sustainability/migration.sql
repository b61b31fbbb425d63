-- Footprints and sustainability reports are services of their own; "environment" stays the industry that is served.
INSERT INTO "FieldOfActivity" ("code", "parentCode") VALUES ('sustainability', 'business_support');
