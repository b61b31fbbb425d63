-- Why: what somebody looks for is nobody else's business. A mail about saved searches is between the portal and the
-- person, as those about signing in are: no organiser sees it. (Dated a day later, as the constraint is younger than the
-- searches.)
ALTER TABLE "Mail" DROP CONSTRAINT "Mail_personal_check";
ALTER TABLE "Mail" ADD CONSTRAINT "Mail_personal_check"
  CHECK ("programmeId" IS NULL OR ("kind" NOT IN ('sign_in', 'search_found') AND NOT starts_with("kind", 'membership_')));
