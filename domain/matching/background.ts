import type { Analysis } from "./analyse";
import type { ConceptKind } from "./concept";
import type { Lexicon } from "./lexicon";

/** How much each concept, and each word that the lexicon does not know, says. */
export type Background = { ofConcept: (concept: number) => number; ofWord: (word: string) => number };

/** What is done, and for whom, counts less than what it is about; everyday words hardly. */
const kinds: Record<ConceptKind, number> = { subject: 1, sector: 0.7, cooperation: 0.5, service: 0.38, general: 0.28 };
const unknownWord = 0.5;

function countEach<Key>(keys: Iterable<Iterable<Key>>): Map<Key, number> {
  const counts = new Map<Key, number>();
  for (const list of keys) for (const key of list) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** What the texts of a collection make rare or common: the rarer, the more it says. Their order does not matter. */
export function learnBackground(analyses: readonly Analysis[], lexicon: Lexicon): Background {
  const concepts = countEach(analyses.map((analysis) => analysis.concepts.keys()));
  const words = countEach(analyses.map((analysis) => analysis.words.keys()));
  // As if a hundred more texts were there, so that few texts do not decide.
  const rarity = (count: number) => Math.log(1 + (analyses.length + 100) / (count + 3)) / Math.log(1 + (analyses.length + 100) / 3);
  return {
    ofConcept: (concept) => kinds[lexicon.concepts[concept]?.kind ?? "general"] * rarity(concepts.get(concept) ?? 0),
    ofWord: (word) => unknownWord * rarity(words.get(word) ?? 0),
  };
}
