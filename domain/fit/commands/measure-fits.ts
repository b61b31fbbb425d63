import { db, type Tx } from "@/prisma/client";
import { rankPartners } from "../queries/rank-partners";

/** A result is measured again when it is older than this. */
const minutes = 15;
/** Organisations that are measured at a time. */
const batch = 40;

type Due = { organisationId: string; programmeId: string; eventId: string | null };

/** Whose result is the oldest, or who has none; programmes, and events for meetings that are still to come. */
function listDue(tx: Tx): Promise<Due[]> {
  return tx.$queryRaw<Due[]>`
    WITH due AS (
      SELECT a."organisationId", a."programmeId", NULL::uuid AS "eventId", f."measuredAt"
      FROM "Admission" a LEFT JOIN "BestFit" f ON f."programmeId" = a."programmeId" AND f."eventId" IS NULL AND f."organisationId" = a."organisationId"
      WHERE a."state" = 'approved'
      UNION
      SELECT a."organisationId", a."programmeId", e."id", f."measuredAt"
      FROM "Event" e JOIN "Registration" r ON r."eventId" = e."id" AND r."state" = 'approved'
        JOIN "Admission" a ON a."programmeId" = e."programmeId" AND a."organisationId" = r."organisationId" AND a."state" = 'approved'
        LEFT JOIN "BestFit" f ON f."programmeId" = e."programmeId" AND f."eventId" = e."id" AND f."organisationId" = a."organisationId"
      WHERE e."kind" = 'matchmaking' AND e."endsAt" > now()
    )
    SELECT "organisationId", "programmeId", "eventId" FROM due
    WHERE "measuredAt" IS NULL OR "measuredAt" < now() - make_interval(mins => ${minutes})
    ORDER BY "measuredAt" NULLS FIRST, "eventId" NULLS LAST, "organisationId" LIMIT ${batch}`;
}

/** Whoever has not been read yet is found by nobody: what is measured then would be wrong for a quarter of an hour. */
const isTurn = async (tx: Tx) => {
  const [turn] = await tx.$queryRaw<{ isMine: boolean }[]>`
    SELECT NOT EXISTS (SELECT 1 FROM "Organisation" WHERE "readBy" IS NULL) AND pg_try_advisory_xact_lock(hashtext('BestFit')) AS "isMine"`;
  return turn?.isMine === true;
};

/**
 * Measures anew, for some organisations, how well the best partner across the border fits. Answers whether there were any
 * whose result is missing or old; none are measured while somebody has not been read. Several workers take turns;
 * measuring twice has the effect of once.
 */
export async function measureFits(): Promise<boolean> {
  return db.$transaction(
    async (tx) => {
      const due = (await isTurn(tx)) ? await listDue(tx) : [];
      const [first] = due;
      if (!first) return false;
      const { programmeId, eventId } = first;
      const ids = due.filter((one) => one.programmeId === programmeId && one.eventId === eventId).map(({ organisationId }) => organisationId);
      const best = await rankPartners({ programmeId, ...(eventId === null ? {} : { eventId }) }, ids, 1);
      const rows = ids.map((id) => ({ id, partner: best.get(id)?.[0] }));
      await tx.$executeRaw`
        INSERT INTO "BestFit" ("id", "programmeId", "eventId", "organisationId", "partnerId", "fit", "measuredAt")
        SELECT gen_random_uuid(), ${programmeId}::uuid, ${eventId}::uuid, o."id", p."id", b.fit, now()
        FROM unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ partner }) => partner?.id ?? null)}::uuid[], ${rows.map(({ partner }) => partner?.fit ?? 0)}::smallint[]) AS b(id, partner, fit)
          JOIN "Organisation" o ON o."id" = b.id LEFT JOIN "Organisation" p ON p."id" = b.partner
        ON CONFLICT ("programmeId", "eventId", "organisationId")
          DO UPDATE SET "partnerId" = excluded."partnerId", "fit" = excluded."fit", "measuredAt" = excluded."measuredAt"`;
      return true;
    },
    { timeout: 120_000 },
  );
}
