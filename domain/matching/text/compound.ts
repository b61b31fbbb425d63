import { familyOf, formsOfFamily } from "./apart";
import { stem } from "./stem";
import { fold } from "./words";

/** What German puts between the parts of a compound. */
const joints = ["", "s", "n", "en", "es", "e", "er"];
const shortestPart = 3;
/** Longer words are not taken apart: no German word is, and time stays bounded. */
const longestCompound = 45;

/** What stands before a verb is no part of a compound, nor is what is left without it: "Ausrüstung" is no "Rüstung". */
const particles = new Set("aus auf ein vor ver zer miss um unter über nach mit zurück weg hin her durch ent bei dar nieder wieder fort los".split(" "));

/** What compounds are made of. */
export type Parts = {
  /** Whether a stem may be a part. */
  has: (stemmed: string) => boolean;
  /** Whether a part may begin as these letters do: most places of a word are ruled out by that, without a stem. */
  mayBegin: (letters: string) => boolean;
};

/** What tells beginnings apart; the letters behind them may be dropped with an umlaut written out. */
const beginningOf = (letters: string) => fold(letters.slice(0, 5)).replaceAll(/([aou])e/g, "$1").slice(0, shortestPart);

/** Prepares the words that compounds may be made of. */
export function compoundParts(words: readonly string[]): Parts {
  const stems = new Set(words.map((word) => stem(word, "de")));
  const beginnings = new Set([...words, ...formsOfFamily("de", stems)].map(beginningOf));
  return { has: (stemmed) => stems.has(stemmed), mayBegin: (letters) => beginnings.has(beginningOf(letters)) };
}

type Split = readonly string[] | null;

function fewest(a: Split, b: Split): Split {
  if (!a || !b) return a ?? b;
  return b.length < a.length ? b : a;
}

/** The known stem that a piece of a word is a form of, its joint taken off; null where there is none. */
function partOf(piece: string, parts: Parts): string | null {
  for (const joint of joints) {
    if (!piece.endsWith(joint)) continue;
    const bare = piece.slice(0, piece.length - joint.length);
    if (bare.length < shortestPart) continue;
    const stemmed = stem(bare, "de");
    if (parts.has(stemmed)) return stemmed;
  }
  return null;
}

/**
 * The parts of a German compound as stems, as few as possible: "lagerverwaltungssystem" → lager, verwalt, system.
 * Null where the word cannot be covered by known parts; at its beginning one unknown part is left out ("Xylohalle").
 * @param word in small letters
 */
export function splitCompound(word: string, parts: Parts): readonly string[] | null {
  if (word.length < 7 || word.length > longestCompound || familyOf(word, "de") !== null) return null;
  const tails = new Map<number, Split>([[word.length, []]]);
  for (let start = word.length - shortestPart; start >= 0; start -= 1) {
    let best: Split = null;
    if (!parts.mayBegin(word.slice(start, start + 5))) continue;
    for (let end = start + shortestPart; end <= word.length; end += 1) {
      const tail = tails.get(end);
      if (!tail || (start === 0 && end === word.length)) continue;
      const part = partOf(word.slice(start, end), parts);
      if (part !== null) best = fewest(best, [part, ...tail]);
    }
    tails.set(start, best);
  }
  const whole = tails.get(0);
  if (whole) return whole;
  const beginnings = Array.from({ length: Math.max(0, word.length - 7) }, (_, index) => index + shortestPart);
  const from = beginnings.find((index) => (tails.get(index)?.length ?? 0) === 1);
  return from === undefined || particles.has(word.slice(0, from)) ? null : (tails.get(from) ?? null);
}

/** A shorter beginning may be chance: "Hand" in "Handbuch". */
const shortestBeginning = 5;

/**
 * The known part that a word begins with whose end nobody knows, as a stem: "containerstatus" → contain. Null where there
 * is none, or where too little is left to be a word.
 * @param word in small letters
 */
export function firstPart(word: string, parts: Parts): string | null {
  if (word.length > longestCompound || familyOf(word, "de") !== null || !parts.mayBegin(word.slice(0, 5))) return null;
  for (let end = word.length - shortestPart - 1; end >= shortestBeginning; end -= 1) {
    const part = partOf(word.slice(0, end), parts);
    if (part !== null) return part;
  }
  return null;
}
