import type { Wanted } from "@/domain/matching/wanted";
import type { Place } from "@/domain/organisation/access";
import { db } from "@/prisma/client";
import { takesPart } from "../access";

/** Of whom partners are looked for, and what would answer them. */
export type Seeker = { id: string; country: string; wanted: readonly Wanted[] };

/** Rows that are read for one key: those who speak of it most clearly. */
const mostPerKey = 200;

/** `most`: for each seeker, at the most. `isAcross`: only across the border. */
export type Reach = { most: number; isAcross: boolean };

/**
 * For each seeker the organisations that answer most of what is wanted, roughly: the engine compares them. One query,
 * however many seekers; who was blocked or dismissed is left out.
 */
export async function findPartners(place: Place, seekers: readonly Seeker[], { most, isAcross }: Reach): Promise<{ seekerId: string; partnerId: string }[]> {
  const all = seekers.flatMap(({ id, country, wanted }) => wanted.map((one) => ({ ...one, id, country })));
  return db.$queryRaw<{ seekerId: string; partnerId: string }[]>`
    WITH wanted AS (
      SELECT * FROM unnest(
        ${all.map(({ id }) => id)}::uuid[], ${all.map(({ country }) => country)}::text[], ${all.map(({ source }) => source)}::"MentionSource"[],
        ${all.map(({ statement }) => statement)}::int[], ${all.map(({ part }) => part)}::int[], ${all.map(({ key }) => key)}::int[],
        ${all.map(({ weight }) => weight)}::float8[]) AS w(seeker, country, source, statement, part, key, weight)
    ), takers AS MATERIALIZED (
      SELECT o."id", o."country" FROM "Organisation" o WHERE ${takesPart(place)}
    ), answered AS (
      SELECT w.seeker, w.source, w.statement, m."organisationId", max(w.weight * m."strength") AS worth
      FROM wanted w CROSS JOIN LATERAL (
        SELECT m."organisationId", m."strength" FROM "Mention" m JOIN takers t ON t."id" = m."organisationId" AND t."id" <> w.seeker AND (t."country" <> w.country OR NOT ${isAcross}::boolean)
        WHERE m."source" = w.source AND m."key" = w.key ORDER BY m."strength" DESC, m."organisationId" LIMIT ${mostPerKey}
      ) m GROUP BY w.seeker, w.source, w.statement, w.part, m."organisationId"
    ), statements AS (
      SELECT seeker, source, "organisationId", sum(worth) AS worth FROM answered GROUP BY seeker, source, statement, "organisationId"
    ), sides AS (
      SELECT seeker, "organisationId", coalesce(max(worth) FILTER (WHERE source = 'offer'), 0) AS theirs, coalesce(max(worth) FILTER (WHERE source = 'need'), 0) AS ours
      FROM statements GROUP BY seeker, "organisationId"
    ), ranked AS (
      SELECT seeker, "organisationId", row_number() OVER (PARTITION BY seeker ORDER BY greatest(theirs, ours) + 0.6 * least(theirs, ours) DESC, "organisationId") AS place
      FROM sides
      WHERE NOT EXISTS (SELECT 1 FROM "Block" b WHERE (b."blockerId", b."blockedId") IN ((seeker, "organisationId"), ("organisationId", seeker)))
        AND NOT EXISTS (SELECT 1 FROM "Dismissal" d WHERE d."organisationId" = seeker AND d."programmeId" = ${place.programmeId}::uuid AND d."dismissedId" = sides."organisationId")
    )
    SELECT seeker AS "seekerId", "organisationId" AS "partnerId" FROM ranked WHERE place <= ${most} ORDER BY seeker, place`;
}
