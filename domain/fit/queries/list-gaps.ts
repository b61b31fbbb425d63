import { pageOf } from "@/domain/input";
import { findGaps, type Gap, type KeyUse } from "@/domain/matching/gaps";
import { db } from "@/prisma/client";
import { type FitPlace, takesPart } from "../access";
import { type FitFilters, type GapPage, type Named, pageSize } from "../schema";

/** Organisations that are named for a gap: a few in the list, more where one gap is looked at. */
const fewNamed = 5;
const mostNamed = 60;

/** How many organisations of each country offer or need each concept: one row for each, however many organisations. */
const countUses = (place: FitPlace) => db.$queryRaw<KeyUse[]>`
  SELECT m."source"::text AS source, m."key", o."country", count(*)::int AS organisations
  FROM "Mention" m JOIN "Organisation" o ON o."id" = m."organisationId"
  WHERE m."source" IN ('offer', 'need') AND m."key" BETWEEN 0 AND ${2 ** 30 - 1} AND ${takesPart(place)}
  GROUP BY 1, 2, 3`;

type NamedRow = Named & { key: number };

/** Those who speak of it most clearly, for all gaps of a page at once. */
async function nameFor(place: FitPlace, source: "offer" | "need", gaps: readonly Gap[], most: number): Promise<NamedRow[]> {
  if (gaps.length === 0) return [];
  return db.$queryRaw<NamedRow[]>`
    SELECT "key", "country", "slug", "name" FROM (
      SELECT m."key", o."country", o."slug", o."name", row_number() OVER (PARTITION BY m."key", o."country" ORDER BY m."strength" DESC, o."name", o."id") AS place
      FROM unnest(${gaps.map(({ key }) => key)}::int[], ${gaps.map(({ country }) => country)}::text[]) AS g(key, country)
        JOIN "Mention" m ON m."key" = g.key AND m."source" = ${source}::"MentionSource"
        JOIN "Organisation" o ON o."id" = m."organisationId" AND o."country" = g.country
      WHERE ${takesPart(place)}
    ) AS ranked WHERE place <= ${most} ORDER BY "key", "country", place`;
}

/**
 * Subjects that organisations of a place need and nobody across the border offers (`source`: need), or offer and nobody
 * there needs, with the first of these organisations. A page beyond the last one is the last one.
 */
export async function listGaps(place: FitPlace, source: "offer" | "need", { country, concept, page: wantedPage }: FitFilters): Promise<GapPage> {
  const all = findGaps(await countUses(place), source);
  const wanted = all.filter((gap) => (country === undefined || gap.country === country) && (concept === undefined || gap.concept === concept));
  const { shown, page, pageCount } = pageOf(wanted, pageSize, wantedPage);
  const rows = await nameFor(place, source, shown, concept === undefined ? fewNamed : mostNamed);
  const gaps = shown.map((gap) => ({
    ...gap,
    named: rows.flatMap(({ key, ...named }) => (key === gap.key && named.country === gap.country ? [named] : [])),
  }));
  return { gaps, total: wanted.length, page, pageCount };
}
