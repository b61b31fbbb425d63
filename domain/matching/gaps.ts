import type { Locale } from "@/domain/input";
import { conceptKey } from "./mentions";
import { labelOf, withBroader, withNarrower } from "./narrower";
import { pomostLexicon } from "./pomost-lexicon";

/** So many organisations of a country offer, or need, what a key stands for. */
export type KeyUse = { source: "offer" | "need"; key: number; country: string; organisations: number };

/** A subject that organisations of a country need and nobody across the border offers, or the other way round. */
export type Gap = {
  concept: string;
  label: Record<Locale, string>;
  key: number;
  country: string;
  organisations: number;
  /** Somebody of their own country would answer it. */
  isAnsweredAtHome: boolean;
};

/**
 * What would answer: a need is answered by the concept itself and by every kind of it, so an offer is asked for by itself
 * and by everything that it is a kind of.
 */
const answersOf = { need: withNarrower, offer: withBroader } as const;
const other = { need: "offer", offer: "need" } as const;

/**
 * Subjects that are needed on one side of the border and offered by nobody on the other (`source`: need), or offered and
 * needed by nobody there (`source`: offer). Those that most organisations speak of first. What is done with a matter, for
 * whom, and everyday words are left out: they are never missing by themselves.
 */
export function findGaps(uses: readonly KeyUse[], source: "offer" | "need"): Gap[] {
  const answering = new Map<number, Set<string>>();
  for (const { key, country } of uses.filter((use) => use.source === other[source])) answering.set(key, (answering.get(key) ?? new Set()).add(country));
  const subjects = new Map(pomostLexicon().concepts.filter(({ kind }) => kind === "subject").map((concept) => [conceptKey(concept.id), concept]));
  return uses
    .flatMap((use) => {
      const concept = use.source === source ? subjects.get(use.key) : undefined;
      if (!concept) return [];
      const countries = new Set(answersOf[source](concept.id).flatMap((id) => [...(answering.get(conceptKey(id)) ?? [])]));
      const isAnsweredAtHome = countries.delete(use.country);
      if (countries.size > 0) return [];
      const { key, country, organisations } = use;
      return [{ concept: concept.id, label: labelOf(concept), key, country, organisations, isAnsweredAtHome }];
    })
    .toSorted((a, b) => b.organisations - a.organisations || a.concept.localeCompare(b.concept) || a.country.localeCompare(b.country));
}
