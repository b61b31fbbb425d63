import { familyOf } from "./apart";
import { stem } from "./stem";

/** What German puts between the parts of a compound. */
const joints = ["", "s", "n", "en", "es", "e", "er"];
const shortestPart = 3;
/** Longer words are not taken apart: no German word is, and time stays bounded. */
const longestCompound = 45;

/** What stands before a verb is no part of a compound, nor is what is left without it: "Ausrüstung" is no "Rüstung". */
const particles = new Set("aus auf ein vor ver zer miss um unter über nach mit zurück weg hin her durch ent bei dar nieder wieder fort los".split(" "));

type Split = readonly string[] | null;

function fewest(a: Split, b: Split): Split {
  if (!a || !b) return a ?? b;
  return b.length < a.length ? b : a;
}

/** The known stem that a piece of a word is a form of, its joint taken off; null where there is none. */
function partOf(piece: string, isKnown: (stemmed: string) => boolean): string | null {
  for (const joint of joints) {
    if (!piece.endsWith(joint)) continue;
    const bare = piece.slice(0, piece.length - joint.length);
    if (bare.length < shortestPart) continue;
    const stemmed = stem(bare, "de");
    if (isKnown(stemmed)) return stemmed;
  }
  return null;
}

/**
 * The parts of a German compound as stems, as few as possible: "lagerverwaltungssystem" → lager, verwalt, system.
 * Null where the word cannot be covered by known parts; at its beginning one unknown part is left out ("Xylohalle").
 * @param word in small letters
 * @param isKnown whether a stem may be a part
 */
export function splitCompound(word: string, isKnown: (stemmed: string) => boolean): readonly string[] | null {
  if (word.length < 7 || word.length > longestCompound || familyOf(word, "de") !== null) return null;
  const tails = new Map<number, Split>([[word.length, []]]);
  for (let start = word.length - shortestPart; start >= 0; start -= 1) {
    let best: Split = null;
    for (let end = start + shortestPart; end <= word.length; end += 1) {
      const tail = tails.get(end);
      if (!tail || (start === 0 && end === word.length)) continue;
      const part = partOf(word.slice(start, end), isKnown);
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
