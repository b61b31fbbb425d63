import type { ConceptLabel } from "@/domain/concept/schema";
import type { Locale } from "@/domain/input";
import { findConcept, labelOf } from "@/domain/matching/narrower";
import { type QueryPart, readQuery } from "@/domain/matching/query";
import type { DirectoryFilters, Understanding } from "../schema";

/** Ids with their labels; what the lexicon does not hold (any longer) is left out. */
function toLabels(ids: readonly string[]): ConceptLabel[] {
  return ids.flatMap((id) => {
    const concept = findConcept(id);
    return concept ? [{ id, label: labelOf(concept) }] : [];
  });
}

/**
 * What a directory's address looks for: words and concepts as parts that all have to be met, and what of them to tell
 * the reader. The filters without concepts that are none.
 * @param locale the reader's language
 */
export function readSearch(asked: DirectoryFilters, locale: Locale): { filters: DirectoryFilters; parts: QueryPart[]; understanding: Understanding } {
  const { parts, understood } = readQuery(asked.q, locale, asked.literal);
  const concepts = toLabels(asked.concept);
  const read = toLabels(understood);
  const filters = { ...asked, concept: concepts.map(({ id }) => id) };
  return {
    filters,
    parts: [...parts, ...filters.concept.map((id) => ({ words: [], concepts: [id] }))],
    understanding: {
      understood: read.filter(({ id }) => !filters.literal.includes(id)),
      literal: read.filter(({ id }) => filters.literal.includes(id)),
      concepts,
    },
  };
}
