import { db, type Tx } from "@/prisma/client";

type Seat = { organisationId: string; registrationId: string };
/** The next event that two organisations take part in, and who speaks there for each. */
export type CommonEvent = { eventId: string; sides: [Seat, Seat] };

/**
 * The next matchmaking event of the programme for which both organisations are registered; the persons who wrote to each
 * other where they are registered themselves, otherwise a colleague of theirs. Null where there is none.
 */
export async function findCommonEvent(programmeId: string, author: { organisationId: string; userId: string }, answerer: { organisationId: string; userId: string }, tx: Tx = db): Promise<CommonEvent | null> {
  const [row] = await tx.$queryRaw<{ eventId: string; authorId: string; answererId: string }[]>`
    SELECT e."id" AS "eventId", a."id" AS "authorId", b."id" AS "answererId"
    FROM "Event" e
    CROSS JOIN LATERAL (
      SELECT "id" FROM "Registration" WHERE "eventId" = e."id" AND "state" = 'approved' AND "organisationId" = ${author.organisationId}::uuid
      ORDER BY "userId" = ${author.userId}::uuid DESC, "createdAt", "id" LIMIT 1) a
    CROSS JOIN LATERAL (
      SELECT "id" FROM "Registration" WHERE "eventId" = e."id" AND "state" = 'approved' AND "organisationId" = ${answerer.organisationId}::uuid
      ORDER BY "userId" = ${answerer.userId}::uuid DESC, "createdAt", "id" LIMIT 1) b
    WHERE e."programmeId" = ${programmeId}::uuid AND e."kind" = 'matchmaking' AND e."startsAt" > now()
    ORDER BY e."startsAt", e."id" LIMIT 1`;
  if (!row) return null;
  return { eventId: row.eventId, sides: [{ organisationId: author.organisationId, registrationId: row.authorId }, { organisationId: answerer.organisationId, registrationId: row.answererId }] };
}
