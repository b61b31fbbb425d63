import { Prisma } from "@/prisma/generated/client";
import type { Audience, AudienceGroup } from "./schema";

const approved = Prisma.sql`r."state" = 'approved' AND EXISTS (
  SELECT 1 FROM "Event" e JOIN "Admission" a ON a."programmeId" = e."programmeId" AND a."organisationId" = r."organisationId" AND a."state" = 'approved'
  WHERE e."id" = r."eventId")`;

/** Who belongs to a group, of registrations `r`. Whoever has cancelled or was refused belongs to none. */
const conditions: Record<AudienceGroup, Prisma.Sql> = {
  everyone: Prisma.sql`r."state" IN ('pending', 'returned', 'approved', 'waiting')`,
  approved,
  waiting: Prisma.sql`r."state" = 'waiting'`,
  no_profile: Prisma.sql`${approved} AND NOT EXISTS (SELECT 1 FROM "OrganisationText" t WHERE t."organisationId" = r."organisationId")`,
  no_meeting: Prisma.sql`${approved} AND NOT EXISTS (
    SELECT 1 FROM "MeetingSide" d JOIN "Meeting" m ON m."id" = d."meetingId" AND m."state" = 'agreed' WHERE d."registrationId" = r."id")`,
  unanswered: Prisma.sql`${approved} AND EXISTS (
    SELECT 1 FROM "MeetingRequest" q WHERE q."eventId" = r."eventId" AND q."recipientId" = r."organisationId" AND q."state" = 'pending'
      AND (q."recipientPersonId" IS NULL OR q."recipientPersonId" = r."id"))`,
  here: Prisma.sql`${approved} AND EXISTS (SELECT 1 FROM "Attendance" t WHERE t."registrationId" = r."id" AND t."state" = 'here')`,
  scheduled: Prisma.sql`${approved} AND EXISTS (
    SELECT 1 FROM "MeetingSide" d JOIN "Seat" s ON s."meetingId" = d."meetingId" AND s."resourceKind" = 'room' WHERE d."registrationId" = r."id")`,
};

/**
 * The registrations of an event that an announcement goes to, each address once: a part of a query with the columns
 * "id" and "locale". People are written to at the address that they gave for this event, about this event alone, while
 * they act for the organisation that they registered.
 */
export function audienceOf(eventId: string, { groups, countries, locales }: Audience): Prisma.Sql {
  const anyGroup = Prisma.join(groups.map((group) => Prisma.sql`(${conditions[group]})`), " OR ");
  return Prisma.sql`
    SELECT DISTINCT ON (r."email") r."id", r."locale" FROM "Registration" r JOIN "Organisation" o ON o."id" = r."organisationId"
    JOIN "Membership" m ON m."organisationId" = r."organisationId" AND m."userId" = r."userId" AND m."state" = 'active'
    WHERE r."eventId" = ${eventId}::uuid AND (${anyGroup})
      AND (${countries.length === 0} OR o."country" = ANY(${countries}::text[]))
      AND (${locales.length === 0} OR r."locale"::text = ANY(${locales}::text[]))
    ORDER BY r."email", r."id"`;
}
