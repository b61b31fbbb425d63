import { guessLocale } from "@/domain/language/rules";
import { type Locale, locales } from "@/domain/input";
import type { Lexicon, Term } from "./lexicon";
import { splitCompound } from "./text/compound";
import { stem } from "./text/stem";
import { isSmall, splitClauses, splitWords, type Word } from "./text/words";

/** A place in a text, in UTF-16 code units; `end` is the first that no longer belongs to it. */
export type Span = { start: number; end: number };
/** How surely a text is about something (0 to 1), and the words that say so. */
export type Evidence = { strength: number; spans: Span[] };
export type Analysis = {
  locale: Locale;
  /** By index in the lexicon. */
  concepts: ReadonlyMap<number, Evidence>;
  /** Words that the lexicon does not know, stemmed. */
  words: ReadonlyMap<string, Evidence>;
};

/** A stem found at a word, in a language of the lexicon. */
type Unit = { key: string; locale: Locale; strength: number; word: Word; place: number };

const elsewhere = 0.75;
const misspelt = 0.75;

/** What one word may be: a form of a known one, a compound, a word of another language, or a known one misspelt. */
function readWord(word: Word, place: number, locale: Locale, lexicon: Lexicon): Unit[] {
  const unit = (key: string, language: Locale, strength: number): Unit => ({ key, locale: language, strength, word, place });
  const order = [locale, ...locales.filter((other) => other !== locale)];
  const own = stem(word.folded, locale);
  const isKnown = lexicon.postings[locale].has(own);
  const parts = locale === "de" ? splitCompound(word.folded, lexicon.isPart) ?? [] : [];
  const units = parts.map((part) => unit(part, "de", isKnown ? 0.6 : 0.9));
  if (isKnown) return [unit(own, locale, 1), ...units];
  if (units.length > 0) return units;
  for (const other of order.slice(1)) {
    const stemmed = stem(word.folded, other);
    if (word.folded.length >= 3 && !isSmall(word.folded, other) && lexicon.postings[other].has(stemmed)) return [unit(stemmed, other, elsewhere)];
  }
  const near = lexicon.near[locale].find(own);
  return near === null ? [] : [unit(near, locale, misspelt)];
}

type Found = { strength: number; unit: Unit };

/** How well the words found make up a term: all of it is best, and words that stand together. */
function judgeTerm(term: Term, found: ReadonlyMap<number, Found>): number {
  let matched = 0;
  for (const [slot, { strength }] of found) matched += (term.worth[slot] ?? 0) * strength;
  const coverage = matched / term.total;
  if (coverage < 0.45) return 0;
  const places = [...found.values()].map(({ unit }) => unit.place);
  const width = Math.max(...places) - Math.min(...places) + 1;
  const isWhole = found.size === term.words.length;
  const nearness = Math.max(0.6, Math.min(1, (found.size + 2) / width));
  return coverage ** (isWhole ? 1 : 2) * nearness * term.strength;
}

function collectTerms(units: readonly Unit[], lexicon: Lexicon): Map<Term, Map<number, Found>> {
  const terms = new Map<Term, Map<number, Found>>();
  for (const unit of units) {
    for (const { term, slot } of lexicon.postings[unit.locale].get(unit.key) ?? []) {
      const found = terms.get(term) ?? new Map<number, Found>();
      if ((found.get(slot)?.strength ?? 0) < unit.strength) found.set(slot, { strength: unit.strength, unit });
      terms.set(term, found);
    }
  }
  return terms;
}

type Candidate = { concept: number; strength: number; size: number; words: Word[] };

/** A word that a longer wording explains says less about the shorter ones: "steuer" within "Steuerberater". */
function weaken(candidates: readonly Candidate[]): Candidate[] {
  const longest = new Map<Word, number>();
  for (const { words, size, strength } of candidates) {
    if (strength >= 0.75) for (const word of words) longest.set(word, Math.max(longest.get(word) ?? 0, size));
  }
  return candidates.map((candidate) => {
    const isPartOfMore = candidate.words.every((word) => (longest.get(word) ?? 0) > candidate.size);
    return isPartOfMore ? { ...candidate, strength: candidate.strength * 0.6 } : candidate;
  });
}

function readClause(clause: readonly Word[], locale: Locale, lexicon: Lexicon): { candidates: Candidate[]; unknown: Word[] } {
  const unknown: Word[] = [];
  const units = clause.flatMap((word, place) => {
    if (isSmall(word.folded, locale)) return [];
    const read = readWord(word, place, locale, lexicon);
    if (read.length === 0) unknown.push(word);
    return read;
  });
  const candidates: Candidate[] = [];
  for (const [term, found] of collectTerms(units, lexicon)) {
    const strength = judgeTerm(term, found);
    if (strength > 0.2) {
      const words = [...new Set([...found.values()].map(({ unit }) => unit.word))];
      candidates.push({ concept: term.concept, strength, size: term.words.length, words });
    }
  }
  return { candidates: weaken(candidates), unknown };
}

/** Marks at the most so many places of one concept: a text of a megabyte is not marked all over. */
const mostSpans = 200;

function note<Key>(into: Map<Key, Evidence>, key: Key, strength: number, words: readonly Word[]): void {
  const evidence = into.get(key) ?? { strength: 0, spans: [] };
  evidence.strength = Math.max(evidence.strength, strength);
  for (const { start, end } of words) {
    if (evidence.spans.length >= mostSpans) break;
    if (!evidence.spans.some((span) => span.start === start)) evidence.spans.push({ start, end });
  }
  into.set(key, evidence);
}

/** The language that a text is in: the one it says, unless small words and endings clearly speak for another. */
export function localeOf(text: string, stated: Locale | null): Locale {
  return stated ?? guessLocale(text.slice(0, 2000), locales) ?? "en";
}

/**
 * What a text is about. Time grows with the length of the text.
 * @param stated the language it is said to be in; guessed where null
 */
export function analyse(text: string, stated: Locale | null, lexicon: Lexicon): Analysis {
  const locale = localeOf(text, stated);
  const concepts = new Map<number, Evidence>();
  const words = new Map<string, Evidence>();
  for (const clause of splitClauses(text, splitWords(text))) {
    const { candidates, unknown } = readClause(clause, locale, lexicon);
    for (const { concept, strength, words: cited } of candidates) note(concepts, concept, strength, cited);
    for (const word of unknown) if (word.folded.length > 2) note(words, stem(word.folded, locale), 1, [word]);
  }
  return { locale, concepts, words };
}
