import { clearly, conceptKey, type Source, sources } from "@/domain/matching/mentions";
import { withNarrower } from "@/domain/matching/narrower";
import type { QueryPart } from "@/domain/matching/query";
import { db } from "@/prisma/client";
import { Prisma } from "@/prisma/generated/client";
import { type DirectoryFilters, searchWords } from "../schema";

/** The organisations found: those who offer what is looked for come first. */
export type Found = { ids: string[]; offering: ReadonlySet<string> };

const keysOf = (concepts: readonly string[]) => [...new Set(concepts.flatMap(withNarrower))].map(conceptKey);

const speaking = (keys: readonly number[], where: readonly Source[]) => Prisma.sql`
  SELECT "organisationId" FROM "Mention" WHERE "source" = ANY(${where}::"MentionSource"[]) AND "key" = ANY(${keys}::int[]) AND "strength" >= ${clearly}`;

const wording = (words: readonly string[]) => Prisma.sql`SELECT id FROM search_organisations(${searchWords(words.join(" "))}::text[]) AS id`;

function partIds({ words, concepts }: QueryPart, where: readonly Source[]): Prisma.Sql {
  if (concepts.length === 0) return wording(words);
  const byConcept = speaking(keysOf(concepts), where);
  return words.length === 0 ? byConcept : Prisma.sql`${byConcept} UNION ${wording(words)}`;
}

/** Organisations that are looked at, at the most. */
export const mostFound = 5000;

/**
 * The organisations of a programme that meet every part of a search, in whatever language they wrote; null where nothing
 * was looked for. One query. The caller narrows them to what the actor may see.
 * @param direction only what is offered, or needed, counts as spoken of
 */
export async function findOrganisations(parts: readonly QueryPart[], programmeId: string, direction: DirectoryFilters["direction"]): Promise<Found | null> {
  if (parts.length === 0) return null;
  const where = direction ? [direction] : sources;
  // Words by themselves go together: the first one goes through the index, the others filter what it found.
  const plain = parts.filter(({ concepts }) => concepts.length === 0).flatMap(({ words }) => words);
  const sets = [...parts.filter(({ concepts }) => concepts.length > 0), ...(plain.length > 0 ? [{ words: plain, concepts: [] }] : [])];
  const all = Prisma.join(sets.map((part) => Prisma.sql`(${partIds(part, where)})`), " INTERSECT ");
  const rows = await db.$queryRaw<{ id: string; isOffering: boolean }[]>`
    WITH found AS (SELECT id FROM (${all}) AS met(id))
    SELECT f.id, o."organisationId" IS NOT NULL AS "isOffering"
    FROM found f LEFT JOIN (SELECT DISTINCT "organisationId" FROM (${speaking(keysOf(parts.flatMap(({ concepts }) => concepts)), ["offer"])}) AS offers) o
      ON o."organisationId" = f.id
    WHERE EXISTS (SELECT 1 FROM "Admission" a WHERE a."organisationId" = f.id AND a."programmeId" = ${programmeId}::uuid AND a."state" = 'approved')
    ORDER BY 2 DESC, f.id LIMIT ${mostFound}`;
  return { ids: rows.map(({ id }) => id), offering: new Set(rows.filter(({ isOffering }) => isOffering).map(({ id }) => id)) };
}
