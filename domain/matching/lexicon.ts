import { type Locale, locales } from "@/domain/input";
import { type Concept, lexiconFileSchema } from "./concept";
import families from "./lexicon/apart.json";
import { indexConcepts, relate, type Relations } from "./relations";
import { compoundParts, type Parts, splitCompound } from "./text/compound";
import { nearForms, type NearForms } from "./text/near-forms";
import { stem } from "./text/stem";
import { isSmall, splitWords } from "./text/words";

/** One wording of a concept: the stems it is made of, and what each says. */
export type Term = { concept: number; locale: Locale; words: readonly string[]; worth: readonly number[]; total: number; strength: number };
/** That a stem stands at a place of a term. */
export type Posting = { term: Term; slot: number };

export type Lexicon = {
  concepts: readonly Concept[];
  /** The index of each concept, by its id. */
  byId: ReadonlyMap<string, number>;
  /** By stem, per language. */
  postings: Record<Locale, ReadonlyMap<string, readonly Posting[]>>;
  /** Stems that are a wording by themselves, which is why they are not taken apart. */
  near: Record<Locale, NearForms>;
  /** German stems that a compound may hold. */
  parts: Parts;
  relations: Relations;
  /** Changes with every change of the data. */
  version: string;
};

type Wording = { concept: number; locale: Locale; written: string[] };

/** The words of a wording that count; all of them where only small ones are left. */
function contentWords(wording: string, locale: Locale): string[] {
  const words = splitWords(wording);
  const content = words.filter((word) => !isSmall(word, locale));
  return (content.length > 0 ? content : words).map(({ written }) => written);
}

/** 32 bits over all the data, in hexadecimal (FNV-1a). */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}

/** Stems and parts of words, each looked up once: wordings repeat their words. */
type Reader = { stem: (word: string, locale: Locale) => string; split: (word: string) => readonly string[] | null };

function makeReader(compoundable: Parts): Reader {
  const stems: Record<Locale, Map<string, string>> = { en: new Map(), de: new Map(), pl: new Map() };
  const parts = new Map<string, readonly string[] | null>();
  return {
    stem: (word, locale) => {
      const known = stems[locale].get(word) ?? stem(word, locale);
      stems[locale].set(word, known);
      return known;
    },
    split: (word) => {
      const known = parts.get(word);
      const found = known === undefined ? splitCompound(word, compoundable) : known;
      parts.set(word, found);
      return found;
    },
  };
}

/** The ways to read a wording as stems: as it stands, and with its German compounds taken apart. */
function readings({ written, locale }: Wording, reader: Reader): string[][] {
  const whole = written.map((word) => reader.stem(word, locale));
  if (locale !== "de") return [whole];
  const apart = written.flatMap((word) => reader.split(word) ?? [reader.stem(word, "de")]);
  return apart.length > whole.length && apart.length <= 6 ? [whole, apart] : [whole];
}

function makeTerms(wordings: readonly Wording[], compoundable: Parts): Term[] {
  const reader = makeReader(compoundable);
  const drafts = wordings.flatMap((wording) =>
    readings(wording, reader).map((words, reading) => ({ concept: wording.concept, locale: wording.locale, words: [...new Set(words)], strength: reading === 0 ? 1 : 0.9 })),
  );
  const concepts = perLocale(() => new Map<string, Set<number>>());
  for (const { words, locale, concept } of drafts) {
    for (const word of words) {
      const known = concepts[locale].get(word);
      if (known) known.add(concept);
      else concepts[locale].set(word, new Set([concept]));
    }
  }
  const count = new Set(wordings.map((wording) => wording.concept)).size;
  return drafts.map(({ concept, locale, words, strength }) => {
    // A word that many concepts are worded with ("software") says little about any of them.
    const worth = words.map((word) => Math.log(1 + count / (concepts[locale].get(word)?.size ?? 1)));
    return { concept, locale, words, worth, total: worth.reduce((sum, value) => sum + value, 0), strength };
  });
}

function indexTerms(terms: readonly Term[]): Map<string, Posting[]> {
  const postings = new Map<string, Posting[]>();
  for (const term of terms) {
    term.words.forEach((word, slot) => {
      const list = postings.get(word);
      if (list) list.push({ term, slot });
      else postings.set(word, [{ term, slot }]);
    });
  }
  return postings;
}

const perLocale = <Value>(make: (locale: Locale) => Value): Record<Locale, Value> => ({ en: make("en"), de: make("de"), pl: make("pl") });

/**
 * Makes the data of the lexicon searchable.
 * @param files as docs/lexicon.md describes them; throws where one is not so
 * @param parts further German words that compounds are made of
 */
export function compileLexicon(files: readonly unknown[], parts: readonly string[]): Lexicon {
  const concepts = files
    .map((file) => lexiconFileSchema.parse(file))
    .flatMap(({ kind, concepts: own }): Concept[] => own.map((concept) => ({ ...concept, kind })));
  const byId = indexConcepts(concepts);
  const wordings = concepts.flatMap((concept, index) =>
    locales.flatMap((locale) => concept[locale].map((wording): Wording => ({ concept: index, locale, written: contentWords(wording, locale) }))),
  );
  const single = wordings.filter(({ locale, written }) => locale === "de" && written.length === 1).flatMap(({ written }) => written);
  const compoundable = compoundParts([...single.filter((word) => word.length >= 4), ...parts]);
  const terms = makeTerms(wordings, compoundable);
  const postings = perLocale((locale) => indexTerms(terms.filter((term) => term.locale === locale)));
  return {
    concepts,
    byId,
    postings,
    near: perLocale((locale) => nearForms([...postings[locale].keys()])),
    parts: compoundable,
    relations: relate(concepts, byId),
    version: fingerprint(JSON.stringify([files, parts, families])),
  };
}
