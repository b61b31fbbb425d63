import type { Locale } from "@/domain/input";
import type { Concept } from "./concept";
import type { Lexicon } from "./lexicon";
import { pomostLexicon } from "./pomost-lexicon";

const trees = new WeakMap<Lexicon, ReadonlyMap<string, readonly string[]>>();

/** The kinds of each concept, by its id. */
function kindsOf(lexicon: Lexicon): ReadonlyMap<string, readonly string[]> {
  const known = trees.get(lexicon);
  if (known) return known;
  const narrower = new Map<string, string[]>();
  for (const { id, up } of lexicon.concepts) {
    for (const broader of up) narrower.set(broader, [...(narrower.get(broader) ?? []), id]);
  }
  trees.set(lexicon, narrower);
  return narrower;
}

/** A concept of this installation's lexicon by its id; undefined where an address or a stored row names one that is not there. */
export function findConcept(id: string): Concept | undefined {
  const { concepts, byId } = pomostLexicon();
  return concepts[byId.get(id) ?? -1];
}

/** What people read for a concept, in each language. */
export const labelOf = ({ id, en, de, pl }: Concept): Record<Locale, string> => ({ en: en[0] ?? id, de: de[0] ?? id, pl: pl[0] ?? id });

/** The concept and everything that is a kind of it, at any depth: who asks for storage also finds a cold store. */
export function withNarrower(id: string): string[] {
  const narrower = kindsOf(pomostLexicon());
  const found = new Set([id]);
  // A set may grow while it is walked; what is in it already is not walked again.
  for (const one of found) for (const other of narrower.get(one) ?? []) found.add(other);
  return [...found];
}

let countable: { id: string; broader: string }[] | undefined;

/**
 * The concepts that tell organisations apart, each with everything that is a kind of it, itself included: not services,
 * of which each is done with anything, and not what nearly all texts hold.
 */
export function listCountable(): readonly { id: string; broader: string }[] {
  countable ??= pomostLexicon().concepts.filter(({ kind }) => kind !== "general" && kind !== "service").flatMap(({ id: broader }) => withNarrower(broader).map((id) => ({ id, broader })));
  return countable;
}

/** The concept and everything that it is a kind of, at any height: who looks for storage is glad of an offer of a cold store. */
export function withBroader(id: string): string[] {
  const found = new Set([id]);
  for (const one of found) for (const other of findConcept(one)?.up ?? []) found.add(other);
  return [...found];
}
