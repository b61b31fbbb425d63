import { db } from "@/prisma/client";
import { nudgeDays, patienceDays, type Risk, type RiskCause } from "../schema";

/** `causes`: why the organisation is at risk; `nudges`: when it was reminded lately, by cause. */
export type RiskRow = Omit<Risk, "nudgedAt"> & { causes: RiskCause[]; nudges: Partial<Record<RiskCause, string>> };

/**
 * Organisations of approved participants, each by who registered first of those who still act for it, that need help: nothing offered or needed on the
 * profile, no free slot, no agreed meeting, requests unanswered for days. In the order of their names.
 */
export function loadRisks({ id, programmeId }: { id: string; programmeId: string }): Promise<RiskRow[]> {
  return db.$queryRaw<RiskRow[]>`
    WITH takers AS (
      SELECT DISTINCT ON (r."organisationId") r."organisationId", r."id" FROM "Registration" r
      JOIN "Admission" a ON a."organisationId" = r."organisationId" AND a."programmeId" = ${programmeId}::uuid AND a."state" = 'approved'
      JOIN "Membership" m ON m."organisationId" = r."organisationId" AND m."userId" = r."userId" AND m."state" = 'active'
      WHERE r."eventId" = ${id}::uuid AND r."state" = 'approved' ORDER BY r."organisationId", r."createdAt", r."id"
    ), unanswered AS (
      SELECT "recipientId", count(*)::int AS waiting FROM "MeetingRequest"
      WHERE "eventId" = ${id}::uuid AND "state" = 'pending' AND "createdAt" < now() - make_interval(days => ${patienceDays}) GROUP BY 1
    ), nudges AS (
      SELECT split_part("key", '/', 3) AS registration, jsonb_object_agg(split_part("key", '/', 2), "createdAt" ORDER BY "createdAt") AS nudges FROM "Mail"
      WHERE "eventId" = ${id}::uuid AND "kind" = 'participant_nudge' AND "createdAt" > now() - make_interval(days => ${nudgeDays}) GROUP BY 1
    ), judged AS (
      SELECT t."id" AS "registrationId", o."slug", o."name", o."country", coalesce(u.waiting, 0) AS waiting, coalesce(n.nudges, '{}') AS nudges,
        array_remove(ARRAY[
          CASE WHEN NOT EXISTS (SELECT 1 FROM "Statement" s WHERE s."organisationId" = o."id") THEN 'profile' END,
          CASE WHEN EXISTS (SELECT 1 FROM "Slot" WHERE "eventId" = ${id}::uuid) AND NOT EXISTS (
            SELECT 1 FROM "Availability" v JOIN "Registration" r ON r."id" = v."registrationId"
            WHERE r."eventId" = ${id}::uuid AND r."organisationId" = o."id" AND r."state" = 'approved') THEN 'time' END,
          CASE WHEN u.waiting > 0 THEN 'unanswered' END,
          CASE WHEN EXISTS (SELECT 1 FROM "Slot" WHERE "eventId" = ${id}::uuid) AND NOT EXISTS (
            SELECT 1 FROM "MeetingSide" d JOIN "Meeting" m ON m."id" = d."meetingId"
            WHERE d."organisationId" = o."id" AND m."eventId" = ${id}::uuid AND m."state" = 'agreed') THEN 'meeting' END
        ], NULL) AS causes
      FROM takers t JOIN "Organisation" o ON o."id" = t."organisationId" LEFT JOIN unanswered u ON u."recipientId" = o."id" LEFT JOIN nudges n ON n.registration = t."id"::text
    )
    SELECT * FROM judged WHERE cardinality(causes) > 0 ORDER BY "name", "registrationId"`;
}
