import { clearly, conceptKey, sources } from "@/domain/matching/mentions";
import { findConcept, labelOf, listCountable } from "@/domain/matching/narrower";
import { db } from "@/prisma/client";
import { type DirectoryFilters, mostConcepts, type SubjectCount } from "../schema";

const shown = 8;
/** More are counted than shown, as some say the same of the same organisations. */
const counted = 60;
/** What more of them speak of narrows nothing. */
const nearlyAll = 0.8;
const fewest = 2;

/** A broader subject of the same organisations says less. */
function isNothingNew({ id, count }: SubjectCount, all: readonly SubjectCount[]): boolean {
  return all.some((other) => other.id !== id && other.count === count && findConcept(other.id)?.up.includes(id));
}

/**
 * What these organisations speak of most, narrower things counted in, with how many of them a filter by it would leave:
 * ids that the caller has narrowed to what the actor may see. One query.
 */
export async function countSubjects(ids: readonly string[], { concept: chosen, direction }: DirectoryFilters): Promise<SubjectCount[]> {
  if (chosen.length >= mostConcepts || ids.length <= fewest) return [];
  const pairs = listCountable().filter(({ broader }) => !chosen.includes(broader));
  const rows = await db.$queryRaw<{ key: number; count: number }[]>`
    SELECT p."counted" AS key, count(DISTINCT m."organisationId")::int AS count
    FROM "Mention" m JOIN unnest(${pairs.map(({ id }) => conceptKey(id))}::int[], ${pairs.map(({ broader }) => conceptKey(broader))}::int[]) AS p("key", "counted") USING ("key")
    WHERE m."organisationId" = ANY(${[...ids]}::uuid[]) AND m."strength" >= ${clearly} AND m."source" = ANY(${direction ? [direction] : [...sources]}::"MentionSource"[])
    GROUP BY 1 HAVING count(DISTINCT m."organisationId") BETWEEN ${fewest} AND ${Math.floor(ids.length * nearlyAll)}
    ORDER BY 2 DESC, 1 LIMIT ${counted}`;
  const idByKey = new Map(pairs.map(({ broader }) => [conceptKey(broader), broader]));
  const subjects = rows.flatMap(({ key, count }) => {
    const concept = findConcept(idByKey.get(key) ?? "");
    return concept ? [{ id: concept.id, label: labelOf(concept), count }] : [];
  });
  return subjects.filter((subject) => !isNothingNew(subject, subjects)).slice(0, shown);
}
