import type { Analysis, Span } from "./analyse";
import type { ConceptKind } from "./concept";
import type { Lexicon } from "./lexicon";

/**
 * How much each concept, and each word that the lexicon does not know, says. `worthOf`: which share words
 * of a text, or a concept that its authors added without any, are worth to the reader where they meet; all where left out.
 */
export type Background = {
  ofConcept: (concept: number) => number;
  ofWord: (word: string) => number;
  worthOf?: (text: Analysis, spans: readonly Span[], concept: number | null) => number;
};

/** What is done, and for whom, counts less than what it is about; everyday words hardly. */
const kinds: Record<ConceptKind, number> = { subject: 1, sector: 0.7, cooperation: 0.5, service: 0.38, general: 0.28 };
const unknownWord = 0.5;

function countEach<Key>(keys: Iterable<Iterable<Key>>): Map<Key, number> {
  const counts = new Map<Key, number>();
  for (const list of keys) for (const key of list) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** In how many of all texts, or by how many of all organisations, something is mentioned. */
type Counts = { total: number; ofConcept: (concept: number) => number; ofWord: (word: string) => number };

/** The rarer, the more it says. */
export function backgroundBy({ total, ofConcept, ofWord }: Counts, lexicon: Lexicon): Background {
  // As if a hundred more were there, so that few do not decide.
  const rarity = (count: number) => Math.log(1 + (total + 100) / (count + 3)) / Math.log(1 + (total + 100) / 3);
  return {
    ofConcept: (concept) => kinds[lexicon.concepts[concept]?.kind ?? "general"] * rarity(ofConcept(concept)),
    ofWord: (word) => unknownWord * rarity(ofWord(word)),
  };
}

/** What the texts of a collection make rare or common. Their order does not matter. */
export function learnBackground(analyses: readonly Analysis[], lexicon: Lexicon): Background {
  const concepts = countEach(analyses.map((analysis) => analysis.concepts.keys()));
  const words = countEach(analyses.map((analysis) => analysis.words.keys()));
  return backgroundBy({
    total: analyses.length,
    ofConcept: (concept) => concepts.get(concept) ?? 0,
    ofWord: (word) => words.get(word) ?? 0,
  }, lexicon);
}
