import { type Locale, locales } from "@/domain/input";
import { analyseAs, localeOf, type Span } from "./analyse";
import type { ConceptKind } from "./concept";
import { withNarrower } from "./narrower";
import { pomostLexicon } from "./pomost-lexicon";
import { isSmall, splitWords } from "./text/words";

/** What a search asks for: met by whoever speaks of one of the concepts, or whose profile holds all the words. */
export type QueryPart = { words: readonly string[]; concepts: readonly string[] };

/** A search as it was understood: all parts have to be met. `understood`: every concept that was, also those that shall not count. */
export type Query = { parts: QueryPart[]; understood: string[] };

/** Below this a search does not say clearly enough what it is about. */
const clearEnough = 0.6;
/** Of several readings of the same words those count that are about as clear as the clearest. */
const asClear = 0.85;
const mostReadings = 2;
const mostWords = 6;

/** Matters before what is done with them: "Lager" asks for a warehouse, not for the service of storing. */
const worthOf: Partial<Record<ConceptKind, number>> = { subject: 1, sector: 1, cooperation: 1, service: 0.8 };

type Token = { text: string; start: number; end: number };
/** A concept, and by which words of the search, by their places. `worth`: how clearly, and matters more than services. */
type Reading = { id: string; worth: number; tokens: readonly number[] };
type Part = { tokens: readonly number[]; readings: Reading[] };

function splitTokens(q: string): Token[] {
  const tokens: Token[] = [];
  for (const { 0: text, index } of q.matchAll(/\S+/gu)) {
    if (tokens.length === mostWords) break;
    if (/[\p{L}\p{N}]/u.test(text)) tokens.push({ text, start: index, end: index + text.length });
  }
  return tokens;
}

const isSame = (a: readonly number[], b: readonly number[]) => a.length === b.length && a.every((token) => b.includes(token));
const isKindOf = (id: string, other: string) => withNarrower(other).includes(id);

function isOtherReading({ tokens, readings: [first, ...more] }: Part, reading: Reading): boolean {
  if (!first || !isSame(tokens, reading.tokens) || more.length + 1 >= mostReadings) return false;
  const isNear = isKindOf(reading.id, first.id) || isKindOf(first.id, reading.id);
  return !isNear && reading.worth >= first.worth * asClear;
}

/** The places of the words that say it: those that do so alone, or all of them together. */
function tokensOf(spans: readonly Span[], tokens: readonly Token[], isEnough: (place: number) => boolean): number[] {
  const places = tokens.flatMap(({ start, end }, place) => (spans.some((span) => span.start < end && span.end > start) ? [place] : []));
  const enough = places.filter(isEnough);
  return enough.length > 0 ? enough : places;
}

/** What the search may mean in one language. Words that nearly every text holds, and names of regions, are left as words. */
function readIn(q: string, locale: Locale, tokens: readonly Token[]): Reading[] {
  const lexicon = pomostLexicon();
  const alone = tokens.map(({ text }) => analyseAs(text, locale, lexicon).concepts);
  return [...analyseAs(q, locale, lexicon).concepts].flatMap(([index, { strength, spans }]): Reading[] => {
    const { id, kind } = lexicon.concepts[index] ?? { id: "", kind: "general" };
    const worth = worthOf[kind];
    const places = tokensOf(spans, tokens, (place) => (alone[place]?.get(index)?.strength ?? 0) >= Math.max(clearEnough, strength * asClear));
    return worth !== undefined && strength >= clearEnough && places.length > 0 ? [{ id, worth: strength * worth, tokens: places }] : [];
  });
}

/** Each word is read once: in the language of the search as part of the clearest that holds it, otherwise in another one. */
function choose(languages: readonly (readonly Reading[])[]): Part[] {
  const parts: Part[] = [];
  for (const readings of languages) {
    const read = new Set(parts.flatMap(({ tokens }) => tokens));
    const open = readings.filter(({ tokens }) => !tokens.some((token) => read.has(token)));
    for (const reading of open.toSorted((a, b) => b.worth - a.worth || b.tokens.length - a.tokens.length || a.id.localeCompare(b.id))) {
      const sharing = parts.filter((part) => part.tokens.some((token) => reading.tokens.includes(token)));
      if (sharing.length === 0) parts.push({ tokens: reading.tokens, readings: [reading] });
      else sharing.find((part) => isOtherReading(part, reading))?.readings.push(reading);
    }
  }
  return parts.toSorted((a, b) => (a.tokens[0] ?? 0) - (b.tokens[0] ?? 0));
}

/**
 * Reads what somebody looks for, in any of the languages. Words that no concept explains count by themselves, small ones
 * only where there is nothing else.
 * @param stated the reader's language
 * @param literal concepts that shall not count: of what was read as one, the words do
 */
export function readQuery(q: string, stated: Locale, literal: readonly string[]): Query {
  const tokens = splitTokens(q);
  if (tokens.length === 0) return { parts: [], understood: [] };
  const looked = q.slice(0, tokens.at(-1)?.end);
  const locale = localeOf(looked, stated);
  const read = choose([locale, ...locales.filter((other) => other !== locale)].map((language) => readIn(looked, language, tokens)));
  const understood = read.flatMap(({ readings }) => readings.map(({ id }) => id));
  const wordsOf = (places: readonly number[]) => tokens.filter((_, place) => places.includes(place)).map(({ text }) => text);
  const known = read.map(({ tokens: places, readings }) => ({
    words: wordsOf(places),
    concepts: readings.map(({ id }) => id).filter((id) => !literal.includes(id)),
  }));
  const rest = tokens.filter((_, place) => !read.some((part) => part.tokens.includes(place)));
  const telling = rest.filter(({ text }) => !splitWords(text).every((word) => isSmall(word, locale)));
  const needed = telling.length > 0 || known.length > 0 ? telling : rest;
  return { parts: [...known, ...needed.map(({ text }) => ({ words: [text], concepts: [] }))], understood };
}
