import { type Analysis, speaksOf } from "./analyse";
import type { Lexicon } from "./lexicon";

/** What the authors of a text say of it, by ids of concepts: that it is about more than its words say, or not about something. */
export type Corrections = { addedConcepts?: readonly string[] | undefined; removedConcepts?: readonly string[] | undefined };

/** A concept that the authors added themselves: no words of the text say it. */
const added = { strength: 1, spans: [] };

/**
 * What a text is about, as its authors have corrected it. What the text says clearly by itself is nothing to add; who adds
 * and removes one concept has removed it. Ids that the lexicon does not hold (any longer) are passed over.
 */
export function correct(analysis: Analysis, { addedConcepts = [], removedConcepts = [] }: Corrections, lexicon: Lexicon): Analysis {
  if (addedConcepts.length + removedConcepts.length === 0) return analysis;
  const known = (ids: readonly string[]) => ids.flatMap((id) => lexicon.byId.get(id) ?? []);
  const concepts = new Map(analysis.concepts);
  for (const index of known(addedConcepts)) {
    if ((concepts.get(index)?.strength ?? 0) < speaksOf) concepts.set(index, added);
  }
  for (const index of known(removedConcepts)) concepts.delete(index);
  return { ...analysis, concepts };
}

/**
 * The corrections of a text that say something: added is what the text does not say clearly itself, removed what it says;
 * each concept once, and only those that the lexicon holds. The rest is left out: the text may be another one by now.
 */
export function keepTelling(text: Analysis, { addedConcepts = [], removedConcepts = [] }: Corrections, lexicon: Lexicon) {
  const strengthOf = (id: string) => text.concepts.get(lexicon.byId.get(id) ?? -1)?.strength ?? 0;
  const removed = new Set(removedConcepts);
  return {
    addedConcepts: [...new Set(addedConcepts)].filter((id) => lexicon.byId.has(id) && !removed.has(id) && strengthOf(id) < speaksOf),
    removedConcepts: [...removed].filter((id) => strengthOf(id) > 0),
  };
}
