import { type Background, backgroundBy } from "./background";
import type { Closeness } from "./closeness";
import { conceptKey, fieldKey, mentionsOf, wordKey } from "./mentions";
import type { MatchOrganisation } from "./organisation";
import { pomostLexicon } from "./pomost-lexicon";

/** Of how many organisations so many offer or need what a key stands for; what is missing, nearly none. */
export type Frequency = { organisations: number; byKey: ReadonlyMap<number, number> };

/** Nothing is known to be rare or common: for two organisations by themselves. */
export const evenFrequency: Frequency = { organisations: 0, byKey: new Map() };

/** Counts what organisations offer or need; each counts once, however often it says so. */
export function countFrequency(organisations: readonly MatchOrganisation[]): Frequency {
  const byKey = new Map<number, number>();
  for (const { statements } of organisations) {
    const keys = new Set(mentionsOf({ statements, descriptions: [] }).map(({ key }) => key));
    for (const key of keys) byKey.set(key, (byKey.get(key) ?? 0) + 1);
  }
  return { organisations: organisations.length, byKey };
}

/** What fields of activity and texts are judged by, and vectors where somebody made any. */
export type Measure = { worth: (field: string) => number; background: Background; closeness?: Closeness };

const measures = new WeakMap<Frequency, Measure>();

/** What is rarer among the organisations says more (inverse document frequency). */
export function measureBy(frequency: Frequency): Measure {
  const known = measures.get(frequency);
  if (known) return known;
  const { organisations, byKey } = frequency;
  const { concepts } = pomostLexicon();
  const measure = {
    worth: (field: string) => Math.log(1 + (organisations + 1) / ((byKey.get(fieldKey(field)) ?? 0) + 1)),
    background: backgroundBy({
      total: organisations,
      ofConcept: (concept) => byKey.get(conceptKey(concepts[concept]?.id ?? "")) ?? 0,
      ofWord: (word) => byKey.get(wordKey(word)) ?? 0,
    }, pomostLexicon()),
  };
  measures.set(frequency, measure);
  return measure;
}
