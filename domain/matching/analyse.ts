import { guessLocale } from "@/domain/language/rules";
import { type Locale, locales } from "@/domain/input";
import type { Lexicon, Term } from "./lexicon";
import { bareFamilyOf, familyOf } from "./text/apart";
import { firstPart, splitCompound } from "./text/compound";
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
  /** Words that carry a subject, stemmed; those that the lexicon does not know are stronger. */
  words: ReadonlyMap<string, Evidence>;
};

/** A stem that a word may be a form of, in a language of the lexicon. */
type Form = { key: string; locale: Locale; strength: number };
/** The same, found at a word. */
type Unit = Form & { word: Word; place: number };

/** Below this a text merely touches a concept: three of four concepts, which would lead to the wrong organisations. */
export const speaksOf = 0.45;

const elsewhere = 0.75;
/** A word that the lexicon knows counts by its concepts; the same word in the other text adds to that. */
export const knownWord = 0.5;
const misspelt = 0.75;

/** A compound of which only the beginning is known. */
const unfinished = 0.5;
/** Somebody writes without diacritics; then a word may be another one, too. */
const bare = 0.5;

/** How a text is to be read. */
type Reading = { locale: Locale; lexicon: Lexicon; isBare: boolean };

/** The language of the text and the others, and whether one of them knows a form of a word, exactly or nearly. */
function readElsewhere(word: Word, { locale, lexicon }: Reading): Form[] {
  const others = locales.filter((other) => other !== locale);
  const exact = word.written.length < 3 ? undefined : others.find((other) => !isSmall(word, other) && lexicon.postings[other].has(stem(word.written, other)));
  if (exact !== undefined) return [{ key: stem(word.written, exact), locale: exact, strength: elsewhere }];
  for (const language of [locale, ...others]) {
    // What is told apart on purpose is not misspelt.
    if (familyOf(word.written, language) !== null) continue;
    const near = lexicon.near[language].find(stem(word.written, language));
    if (near !== null) return [{ key: near, locale: language, strength: language === locale ? misspelt : misspelt * elsewhere }];
  }
  return [];
}

/** What one word may be: a form of a known one, a compound, a word of another language, or a known one misspelt. */
function readForms(word: Word, reading: Reading): Form[] {
  const { locale, lexicon, isBare } = reading;
  const own = stem(word.written, locale);
  const twin = isBare ? bareFamilyOf(word.written, locale) : null;
  const known = [{ key: own, locale, strength: 1 }, ...(twin === null ? [] : [{ key: twin, locale, strength: bare }])].filter(({ key }) => lexicon.postings[locale].has(key));
  const parts = (language: Locale, strength: number) => (language === "de" ? splitCompound(word.written, lexicon.parts) ?? [] : []).map((key): Form => ({ key, locale: "de", strength }));
  if (known.length > 0) return [...known, ...parts(locale, 0.6)];
  const compound = parts(locale, 0.9);
  if (compound.length > 0) return compound;
  const other = readElsewhere(word, reading);
  if (other.length > 0) return other;
  if (locale !== "de") return parts("de", misspelt * elsewhere);
  const first = firstPart(word.written, lexicon.parts);
  return first === null ? [] : [{ key: first, locale, strength: unfinished }];
}

/** Texts repeat words, and most of the time of reading goes into words; so many are remembered. */
const mostRemembered = 50_000;
const remembered = new WeakMap<Lexicon, Map<string, Form[]>>();

function formsOf(word: Word, reading: Reading): Form[] {
  const words = remembered.get(reading.lexicon) ?? new Map<string, Form[]>();
  remembered.set(reading.lexicon, words);
  const key = `${reading.locale}${word.counts ? "!" : ""}${reading.isBare ? "?" : ""}:${word.written}`;
  const known = words.get(key);
  if (known) return known;
  const forms = readForms(word, reading);
  if (words.size >= mostRemembered) words.clear();
  words.set(key, forms);
  return forms;
}

const readWord = (word: Word, place: number, reading: Reading): Unit[] => formsOf(word, reading).map((form) => ({ ...form, word, place }));

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
  return coverage ** (isWhole ? 1 : 1.6) * nearness * term.strength;
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

function readClause(clause: readonly Word[], reading: Reading): { candidates: Candidate[]; known: Word[]; unknown: Word[] } {
  const [known, unknown]: [Word[], Word[]] = [[], []];
  const units = clause.flatMap((word, place) => {
    if (isSmall(word, reading.locale)) return [];
    const read = readWord(word, place, reading);
    (read.every(({ strength }) => strength <= unfinished) ? unknown : known).push(word);
    return read;
  });
  const candidates: Candidate[] = [];
  for (const [term, found] of collectTerms(units, reading.lexicon)) {
    const strength = judgeTerm(term, found);
    if (strength > 0.2) {
      const words = [...new Set([...found.values()].map(({ unit }) => unit.word))];
      candidates.push({ concept: term.concept, strength, size: term.words.length, words });
    }
  }
  return { candidates: weaken(candidates), known, unknown };
}

/** Marks at the most so many places of one concept: a text of a megabyte is not marked all over. */
const mostSpans = 200;

/** Of the words that speak for a concept those are cited that speak about as clearly as the clearest. */
const clearly = 0.6;

function note<Key>(into: Map<Key, Evidence>, key: Key, strength: number, words: readonly Word[]): void {
  const known = into.get(key) ?? { strength: 0, spans: [] };
  if (strength < known.strength * clearly) return;
  const spans = known.strength < strength * clearly ? [] : known.spans;
  for (const { start, end } of words) {
    if (spans.length >= mostSpans) break;
    if (!spans.some((span) => span.start === start)) spans.push({ start, end });
  }
  into.set(key, { strength: Math.max(known.strength, strength), spans });
}

/** The language that a text is in: as its small words and endings say, else the one it is said to be in, else English. */
export function localeOf(text: string, stated: Locale | null): Locale {
  return guessLocale(text.slice(0, 2000), locales) ?? stated ?? "en";
}

/** What a text in a given language is about. Time grows with the length of the text. */
export function analyseAs(text: string, locale: Locale, lexicon: Lexicon): Analysis {
  const concepts = new Map<number, Evidence>();
  const words = new Map<string, Evidence>();
  const split = splitWords(text);
  const reading = { locale, lexicon, isBare: split.every(({ written, folded }) => written === folded) };
  for (const clause of splitClauses(text, split)) {
    const { candidates, known, unknown } = readClause(clause, reading);
    for (const { concept, strength, words: cited } of candidates) note(concepts, concept, strength, cited);
    for (const word of known) note(words, stem(word.written, locale), knownWord, [word]);
    for (const word of unknown) if (word.folded.length > 2) note(words, stem(word.written, locale), 1, [word]);
  }
  return { locale, concepts, words };
}

/**
 * What a text is about.
 * @param stated the language it is said to be in; what the text itself shows counts more
 */
export function analyse(text: string, stated: Locale | null, lexicon: Lexicon): Analysis {
  return analyseAs(text, localeOf(text, stated), lexicon);
}
