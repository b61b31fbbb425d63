import { db, type Tx } from "@/prisma/client";

type Seat = { organisationId: string; registrationId: string };
/** The next event that two organisations take part in, and who speaks there for each. */
export type CommonEvent = { eventId: string; sides: [Seat, Seat] };

type Party = { organisationId: string; userId: string };

/**
 * The next matchmaking event of the programme for which the author of a call and each of these others are registered, by
 * organisation; the persons who wrote to each other where they are registered themselves, otherwise a colleague of theirs.
 * Nothing for those with whom there is none. One query for all.
 */
export async function findCommonEvents(programmeId: string, author: Party, others: readonly Party[], tx: Tx = db): Promise<Map<string, CommonEvent>> {
  const rows = await tx.$queryRaw<{ eventId: string; authorId: string; answererId: string; organisationId: string }[]>`
    SELECT DISTINCT ON (o."organisationId") o."organisationId", e."id" AS "eventId", a."id" AS "authorId", b."id" AS "answererId"
    FROM unnest(${others.map(({ organisationId }) => organisationId)}::uuid[], ${others.map(({ userId }) => userId)}::uuid[]) AS o("organisationId", "userId")
    CROSS JOIN "Event" e
    CROSS JOIN LATERAL (
      SELECT "id" FROM "Registration" WHERE "eventId" = e."id" AND "state" = 'approved' AND "organisationId" = ${author.organisationId}::uuid
      ORDER BY "userId" = ${author.userId}::uuid DESC, "createdAt", "id" LIMIT 1) a
    CROSS JOIN LATERAL (
      SELECT "id" FROM "Registration" WHERE "eventId" = e."id" AND "state" = 'approved' AND "organisationId" = o."organisationId"
      ORDER BY "userId" = o."userId" DESC, "createdAt", "id" LIMIT 1) b
    WHERE e."programmeId" = ${programmeId}::uuid AND e."kind" = 'matchmaking' AND e."startsAt" > now()
    ORDER BY o."organisationId", e."startsAt", e."id"`;
  return new Map(rows.map(({ organisationId, eventId, authorId, answererId }) => [organisationId, {
    eventId, sides: [{ organisationId: author.organisationId, registrationId: authorId }, { organisationId, registrationId: answererId }],
  }]));
}
