import { findCandidates, getFrequency } from "@/domain/concept/queries";
import { matchSelect, toMatch } from "@/domain/directory/queries/list-suggestions";
import { takersOf } from "@/domain/fit/access";
import type { Locale } from "@/domain/input";
import { measureBy } from "@/domain/matching/frequency";
import { comparePair } from "@/domain/matching/suggest";
import { listWanted } from "@/domain/matching/wanted";
import { found } from "@/domain/result";
import { db } from "@/prisma/client";
import { limits } from "../schema";

/** Keys that are looked for, and organisations that are compared by their texts. */
const mostWanted = 60;
const mostCompared = 60;

type Text = { text: string; locale: Locale; fields: string[] };

/**
 * Ids of the admitted organisations whose offers answer a call best, in whatever language, on either side of the border;
 * nobody who has blocked the author or was blocked or dismissed by it.
 */
export async function findFitting(programmeId: string, authorId: string, text: Text): Promise<string[]> {
  const [row, frequency] = await Promise.all([
    db.organisation.findUnique({ where: { id: authorId }, select: matchSelect, relationLoadStrategy: "join" }),
    getFrequency(),
  ]);
  const measure = measureBy(frequency);
  const draft = { id: "call", direction: "need" as const, addedConcepts: [], removedConcepts: [], ...text };
  const author = { ...toMatch(found(row)), statements: [draft] };
  const search = { ownId: authorId, ownCountry: author.country, programmeId, eventId: undefined };
  const ids = await findCandidates(listWanted(author, measure, mostWanted), search, mostCompared);
  const others = await db.organisation.findMany({
    where: { AND: [takersOf({ programmeId }), { id: { in: ids }, blocks: { none: { blockedId: authorId } }, blockedBy: { none: { blockerId: authorId } } }] },
    select: matchSelect,
    relationLoadStrategy: "join",
  });
  return others
    .map((other) => ({ id: other.id, ...comparePair(author, toMatch(other), measure) }))
    .filter(({ reasons }) => reasons.length > 0)
    .toSorted((a, b) => b.score - a.score || a.id.localeCompare(b.id))
    .slice(0, limits.told)
    .map(({ id }) => id);
}
