import { analyse, speaksOf } from "./analyse";
import { hasText, type MatchStatement, type WrittenText } from "./organisation";
import { pomostLexicon } from "./pomost-lexicon";
import { readText } from "./statement-text";

/** Where an organisation speaks of something. */
export const sources = ["offer", "need", "description"] as const;
export type Source = (typeof sources)[number];

/** That an organisation speaks of something, by its key, and how clearly: 1 to 100. */
export type Mention = { source: Source; key: number; strength: number };

/** 32 bits of a name (FNV-1a), the same in every run and on every machine. */
function hash(name: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < name.length; index += 1) value = Math.imul(value ^ name.charCodeAt(index), 0x01000193);
  return value >>> 0;
}

/** What a change of `mentionsOf` raises, so that all is read again. */
const reading = 1;

/** By what mentions are read: changes with every change of the lexicon. */
export const readingVersion = (): string => `${pomostLexicon().version}.${reading}`;

// Keys are what is stored: numbers that stay the same when the lexicon grows, and that tell what they stand for.
const half = 2 ** 30;

/** The key of a concept of the lexicon, 0 to 2^30 - 1. */
export const conceptKey = (id: string): number => hash(id) % half;
/** The key of a field of activity, 2^30 to 2^31 - 1. */
export const fieldKey = (code: string): number => half + (hash(code) % half);
/** The key of a word that the lexicon does not know, -(2^31 - 1) to -1. */
export const wordKey = (stemmed: string): number => -1 - (hash(stemmed) % (2 * half - 1));
/** Stands for anything at all: by this key those are counted who offer or need something. */
export const anyKey = -2 * half;
/** Whether a key stands for a word that the lexicon does not know. */
export const isWordKey = (key: number): boolean => key < 0;

/**
 * The stored strength from which on somebody is found by what they speak of: a "kopia zapasowa" is no stock, though it
 * holds the word.
 */
export const clearly = 65;

/** Words of one source that are kept beside its concepts. */
const mostWords = 30;

const toStrength = (share: number) => Math.max(1, Math.min(100, Math.round(share * 100)));

class Strongest {
  readonly #strengths = new Map<number, number>();
  add(key: number, share: number) {
    this.#strengths.set(key, Math.max(this.#strengths.get(key) ?? 0, toStrength(share)));
  }
  tell(source: Source): Mention[] {
    return [...this.#strengths].map(([key, strength]) => ({ source, key, strength }));
  }
}

/** What one organisation has written. */
export type Written = { statements: readonly MatchStatement[]; descriptions: readonly WrittenText[] };

function addConcepts(into: Strongest, analysis: ReturnType<typeof analyse>): void {
  const { concepts } = pomostLexicon();
  for (const [index, { strength }] of analysis.concepts) if (strength >= speaksOf) into.add(conceptKey(concepts[index]?.id ?? ""), strength);
}

function ofStatements(source: "offer" | "need", { statements }: Written): Mention[] {
  const found = new Strongest();
  let words = 0;
  for (const statement of statements.filter(({ direction }) => direction === source)) {
    const { fields } = statement;
    for (const field of fields) found.add(fieldKey(field), 1 / fields.length);
    if (!hasText(statement)) continue;
    const analysis = readText(statement);
    addConcepts(found, analysis);
    for (const [word, { strength }] of analysis.words) {
      if (strength === 1 && (words += 1) <= mostWords) found.add(wordKey(word), 1);
    }
  }
  return found.tell(source);
}

/**
 * Everything that an organisation speaks of, once per source, as it is stored to be found: the concepts of the lexicon
 * with all three, fields of activity and words that the lexicon does not know with offers and needs.
 */
export function mentionsOf(written: Written): Mention[] {
  const described = new Strongest();
  for (const { text, locale } of written.descriptions) addConcepts(described, analyse(text, locale, pomostLexicon()));
  return [...ofStatements("offer", written), ...ofStatements("need", written), ...described.tell("description")];
}
