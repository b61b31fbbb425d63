import type { Analysis, Evidence } from "./analyse";
import type { Lexicon } from "./lexicon";
import type { Relations } from "./relations";

/** What a text is compared by again and again, worked out once. */
export type Answers = {
  concepts: readonly (readonly [number, Evidence])[];
  /** By concept of the lexicon: one more than the place in `concepts` of what answers it best, 0 where nothing does. */
  places: Uint16Array;
  /** How well that answers it, 0 to 1. */
  worths: Float32Array;
  /** The services that the text clearly names. */
  services: readonly number[];
};

const turned = new WeakMap<Relations, number[][]>();

/** By concept, those that have it near; the relations themselves say only what each of them has near. */
function turn(relations: Relations): number[][] {
  const known = turned.get(relations);
  if (known) return known;
  const nearOf = relations.map((): number[] => []);
  relations.forEach((near, concept) => {
    for (const other of near.keys()) nearOf[other]?.push(concept);
  });
  turned.set(relations, nearOf);
  return nearOf;
}

/** Of equally good answers the first of the text counts, so that the order of its concepts decides. */
function prepare(text: Analysis, { concepts: all, relations }: Lexicon): Answers {
  const nearOf = turn(relations);
  const concepts = [...text.concepts];
  const places = new Uint16Array(all.length);
  const worths = new Float32Array(all.length);
  concepts.forEach(([other, { strength }], index) => {
    for (const concept of nearOf[other] ?? []) {
      const worth = (relations[concept]?.get(other) ?? 0) * strength;
      if (worth <= (worths[concept] ?? 0)) continue;
      worths[concept] = worth;
      places[concept] = index + 1;
    }
  });
  const services = concepts.filter(([concept, { strength }]) => all[concept]?.kind === "service" && strength >= 0.7).map(([concept]) => concept);
  return { concepts, places, worths, services };
}

/** Kept as positions in a flat array, as tens of thousands of texts may be remembered; forgotten with the text. */
const prepared = new WeakMap<Lexicon, WeakMap<Analysis, Answers>>();

/** What a text answers, by the lexicon that it was analysed with. */
export function answersOf(text: Analysis, lexicon: Lexicon): Answers {
  const byText = prepared.get(lexicon) ?? new WeakMap<Analysis, Answers>();
  prepared.set(lexicon, byText);
  const answers = byText.get(text) ?? prepare(text, lexicon);
  byText.set(text, answers);
  return answers;
}

/** The concept of a text that answers another one best, with the words that say so; null where nothing is near it. */
export function bestAnswer(concept: number, { concepts, places }: Answers): { concept: number; evidence: Evidence } | null {
  const found = concepts[(places[concept] ?? 0) - 1];
  return found ? { concept: found[0], evidence: found[1] } : null;
}
