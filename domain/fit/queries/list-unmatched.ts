import { db } from "@/prisma/client";
import { type FitPlace, takesPart } from "../access";
import { adviseFor } from "../rules";
import { goodFit, pageSize, type Unmatched, type UnmatchedPage } from "../schema";

type Counts = { organisations: number; measured: number; unmatched: number; measuredSince: Date | null };
type Row = { slug: string; name: string; country: string; fit: number; partnerSlug: string | null; partnerName: string | null; partnerCountry: string | null; offers: number; needs: number };

const eventIdOf = ({ eventId }: FitPlace) => eventId ?? null;

async function count(place: FitPlace): Promise<Counts> {
  const [counts] = await db.$queryRaw<Counts[]>`
    SELECT count(*)::int AS organisations, count(f."id")::int AS measured, (count(*) FILTER (WHERE f."fit" < ${goodFit}))::int AS unmatched, min(f."measuredAt") AS "measuredSince"
    FROM "Organisation" o LEFT JOIN "BestFit" f
      ON f."organisationId" = o."id" AND f."programmeId" = ${place.programmeId}::uuid AND f."eventId" IS NOT DISTINCT FROM ${eventIdOf(place)}::uuid
    WHERE ${takesPart(place)}`;
  return counts ?? { organisations: 0, measured: 0, unmatched: 0, measuredSince: null };
}

function toUnmatched({ slug, name, country, fit, partnerSlug, partnerName, partnerCountry, offers, needs }: Row): Unmatched {
  const partner = partnerSlug === null ? null : { slug: partnerSlug, name: partnerName ?? "", country: partnerCountry ?? "" };
  return { slug, name, country, fit, partner, advice: adviseFor({ offers, needs, fit }) };
}

/**
 * Those of a place whose best partner across the border fits badly, worst first, as the worker has measured it. A page
 * beyond the last one is the last one.
 */
export async function listUnmatched(place: FitPlace, wantedPage: number): Promise<UnmatchedPage> {
  const { unmatched: total, ...counts } = await count(place);
  const pageCount = Math.max(1, Math.ceil(total / pageSize));
  const page = Math.min(wantedPage, pageCount);
  const rows = total === 0 ? [] : await db.$queryRaw<Row[]>`
    SELECT o."slug", o."name", o."country", f."fit", p."slug" AS "partnerSlug", p."name" AS "partnerName", p."country" AS "partnerCountry",
      (SELECT count(*)::int FROM "Statement" s WHERE s."organisationId" = o."id" AND s."direction" = 'offer') AS offers,
      (SELECT count(*)::int FROM "Statement" s WHERE s."organisationId" = o."id" AND s."direction" = 'need') AS needs
    FROM "BestFit" f JOIN "Organisation" o ON o."id" = f."organisationId" LEFT JOIN "Organisation" p ON p."id" = f."partnerId"
    WHERE f."programmeId" = ${place.programmeId}::uuid AND f."eventId" IS NOT DISTINCT FROM ${eventIdOf(place)}::uuid AND f."fit" < ${goodFit} AND ${takesPart(place)}
    ORDER BY f."fit", o."name", o."id" LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`;
  return { ...counts, rows: rows.map(toUnmatched), total, page, pageCount };
}
