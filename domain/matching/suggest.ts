/**
 * Who fits whom: needs against offers, both ways, by their fields of activity. Pure.
 * Two offers of the same thing make competitors, not partners, so only a need and an offer ever meet.
 */

import { groupOfField } from "@/domain/field/rules";

/** An offer or a need, with the codes of its fields of activity. */
export type MatchStatement = { id: string; direction: "offer" | "need"; fields: readonly string[] };

export type MatchOrganisation = { id: string; country: string; languages: readonly string[]; statements: readonly MatchStatement[] };

/** One need that one offer answers. `they_offer`: the reader has the need; `you_offer`: the other one has it. */
export type Reason = { kind: "they_offer" | "you_offer"; needId: string; offerId: string; fields: string[]; weight: number };

export type Suggestion = { organisationId: string; score: number; reasons: Reason[] };

/** What a shared field is worth: the rarer among all statements, the more it says (inverse document frequency). */
function rarity(organisations: readonly MatchOrganisation[]): (field: string) => number {
  const statements = organisations.flatMap((organisation) => organisation.statements);
  const counts = new Map<string, number>();
  for (const field of statements.flatMap((statement) => [...new Set(statement.fields)])) {
    counts.set(field, (counts.get(field) ?? 0) + 1);
  }
  return (field) => Math.log(1 + statements.length / (counts.get(field) ?? 1));
}

/** Industries say for whom, not what: two texts about retail alone are no need and no answer. */
function isService(field: string): boolean {
  return groupOfField(field) !== "industries";
}

function meet(
  kind: Reason["kind"],
  needing: MatchOrganisation,
  offering: MatchOrganisation,
  worth: (field: string) => number,
): Reason[] {
  const needs = needing.statements.filter((statement) => statement.direction === "need");
  const offers = offering.statements.filter((statement) => statement.direction === "offer");
  return needs.flatMap((need) =>
    offers.flatMap((offer) => {
      const fields = need.fields.filter((field) => offer.fields.includes(field));
      if (!fields.some(isService)) return [];
      // Weighted Jaccard index: what both are about, against everything that either is about.
      const union = [...new Set([...need.fields, ...offer.fields])];
      const sum = (codes: readonly string[]) => codes.reduce((total, code) => total + worth(code), 0);
      return [{ kind, needId: need.id, offerId: offer.id, fields, weight: sum(fields) / sum(union) }];
    }),
  );
}

const strongest = (reasons: readonly Reason[]) => Math.max(0, ...reasons.map((reason) => reason.weight));

/**
 * How well two organisations fit, with the reasons, strongest first. Mutual matches rank above one-sided ones of the
 * same strength; the other side of the border and a language in common add a little, and never make a match alone.
 */
export function comparePair(own: MatchOrganisation, other: MatchOrganisation, worth: (field: string) => number = () => 1): Suggestion {
  const theirs = meet("they_offer", own, other, worth);
  const ours = meet("you_offer", other, own, worth);
  const [best, second] = [strongest(theirs), strongest(ours)].toSorted((a, b) => b - a) as [number, number];
  const reasons = [...theirs, ...ours].toSorted((a, b) => b.weight - a.weight || a.needId.localeCompare(b.needId) || a.offerId.localeCompare(b.offerId));
  const isCrossBorder = own.country !== other.country;
  const canTalk = own.languages.some((language) => other.languages.includes(language));
  const base = best + 0.6 * second;
  return { organisationId: other.id, score: base * (isCrossBorder ? 1.25 : 1) * (canTalk ? 1.1 : 1), reasons };
}

/**
 * The organisations that fit best, best first; those without any reason are left out.
 * @param most how many at the most
 */
export function suggestPartners(own: MatchOrganisation, others: readonly MatchOrganisation[], most: number): Suggestion[] {
  const worth = rarity([own, ...others]);
  return others
    .filter((other) => other.id !== own.id)
    .map((other) => comparePair(own, other, worth))
    .filter((suggestion) => suggestion.reasons.length > 0)
    .toSorted((a, b) => b.score - a.score || a.organisationId.localeCompare(b.organisationId))
    .slice(0, most);
}
