import type { Locale } from "@/domain/input";
import { analyse, type Analysis, speaksOf } from "./analyse";
import type { Concept } from "./concept";
import { labelOf } from "./narrower";
import { pomostLexicon } from "./pomost-lexicon";
import { fold } from "./text/words";

const isTelling = ({ kind }: Concept) => kind !== "general";

/** Chips of one text: more would hide the text behind them. */
const mostUnderstood = 12;

/** The concepts that a text clearly speaks of, the clearest first; without words that nearly every text holds. */
export function listUnderstood({ concepts }: Analysis): Concept[] {
  const all = pomostLexicon().concepts;
  const found = [...concepts].flatMap(([index, { strength }]) => {
    const concept = all[index];
    return concept && isTelling(concept) && strength >= speaksOf ? [{ concept, strength }] : [];
  });
  return found.toSorted((a, b) => b.strength - a.strength).slice(0, mostUnderstood).map(({ concept }) => concept);
}

/** Looking for a concept, nobody reads further. */
const mostFound = 8;

/** How near what somebody types is to how a concept is worded: 0 begins its label, 4 not at all. */
function distanceOf(typed: string, wordings: readonly string[]): number {
  const [label = "", ...others] = wordings.map(fold);
  if (label.startsWith(typed)) return 0;
  if (` ${label}`.includes(` ${typed}`)) return 1;
  if (others.some((wording) => ` ${wording}`.includes(` ${typed}`))) return 2;
  return label.includes(typed) ? 3 : 4;
}

/**
 * Concepts that somebody may mean by what they type: those worded so in their language, then those that it speaks of
 * however it is written. Nothing for less than two letters.
 */
export function findConcepts(typed: string, locale: Locale): Concept[] {
  const folded = fold(typed.trim());
  if (folded.length < 2) return [];
  const all = pomostLexicon().concepts.filter(isTelling);
  const worded = all.map((concept) => ({ concept, distance: distanceOf(folded, concept[locale]) })).filter(({ distance }) => distance < 4);
  const near = worded.toSorted((a, b) => a.distance - b.distance || labelOf(a.concept)[locale].localeCompare(labelOf(b.concept)[locale], locale)).map(({ concept }) => concept);
  return [...new Set([...near, ...listUnderstood(analyse(typed, locale, pomostLexicon()))])].slice(0, mostFound);
}
