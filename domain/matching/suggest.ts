/**
 * Who fits whom: needs against offers, both ways, by what their texts say and by their fields of activity. Pure.
 * Two offers of the same thing make competitors, not partners, so only a need and an offer ever meet.
 */

import { groupOfField } from "@/domain/field/rules";
import type { Background } from "./background";
import { unknownCloseness, withCloseness } from "./closeness";
import { meanExposure, weighExposure } from "./exposure";
import { countFrequency, evenFrequency, type Measure, measureBy } from "./frequency";
import { hasText, type MatchOrganisation, type MatchStatement, type WrittenText } from "./organisation";
import { pomostLexicon } from "./pomost-lexicon";
import { explain, type TextReason } from "./reasons";
import { answersNeed, keyOfText } from "./statement-text";
import { acrossBorder, inOneLanguage, shareOfWeaker } from "./weights";
import { weighWishes } from "./wishes";
import { discountSubjects } from "./wrong-subjects";

/** One need that one offer answers. `they_offer`: the reader has the need; `you_offer`: the other one has it. */
export type Reason = { kind: "they_offer" | "you_offer"; needId: string; offerId: string; fields: string[]; weight: number };

export type Suggestion = { organisationId: string; score: number; reasons: Reason[] };

/** A reason with what both texts are about, strongest first; empty where only their fields of activity meet. */
export type ToldReason = Reason & { because: TextReason[] };
export type ToldSuggestion = { organisationId: string; score: number; reasons: ToldReason[] };

/** Industries say for whom, not what: two texts about retail alone are no need and no answer. */
export function isService(field: string): boolean {
  return groupOfField(field) !== "industries";
}

/** Texts that answer each other this well are a reason, whatever their fields. */
export const telling = 0.2;
const shareOfText = 0.6;

/** How well an offer answers a need, 0 to 1; 0 where neither the fields nor the texts are a reason. */
function weigh(need: MatchStatement, offer: MatchStatement, fields: readonly string[], measure: Measure): number {
  const { worth, background, closeness = unknownCloseness } = measure;
  const text = hasText(need) && hasText(offer) ? answersNeed(need, offer, background) : null;
  const isAboutTheSame = fields.some(isService);
  if (!isAboutTheSame && (text ?? 0) < telling) return 0;
  // Weighted Jaccard index: what both are about, against everything that either is about.
  const sum = (codes: readonly string[]) => codes.reduce((total, code) => total + worth(code), 0);
  const shared = isAboutTheSame ? sum(fields) / sum([...new Set([...need.fields, ...offer.fields])]) : 0;
  // Half of what a text could say is a very good answer already.
  return text === null ? shared : (1 - shareOfText) * shared + shareOfText * withCloseness(Math.min(1, 2 * text), closeness(need.id, offer.id));
}

function meet(kind: Reason["kind"], needing: MatchOrganisation, offering: MatchOrganisation, measure: Measure): Reason[] {
  const needs = needing.statements.filter((statement) => statement.direction === "need");
  const offers = offering.statements.filter((statement) => statement.direction === "offer");
  return needs.flatMap((need) =>
    offers.flatMap((offer) => {
      const fields = need.fields.filter((field) => offer.fields.includes(field));
      const weight = weigh(need, offer, fields, measure);
      return weight > 0 ? [{ kind, needId: need.id, offerId: offer.id, fields, weight }] : [];
    }),
  );
}

const strongest = (reasons: readonly Reason[]) => Math.max(0, ...reasons.map((reason) => reason.weight));

/**
 * How well two organisations fit, with the reasons, strongest first. Mutual matches rank above one-sided ones of the
 * same strength; the other side of the border, a language in common and wishes that are fulfilled add a little, and never
 * make a match alone.
 */
export function comparePair(own: MatchOrganisation, other: MatchOrganisation, measure: Measure = measureBy(evenFrequency)): Suggestion {
  const theirs = meet("they_offer", own, other, measure);
  const ours = meet("you_offer", other, own, measure);
  const [best, second] = [strongest(theirs), strongest(ours)].toSorted((a, b) => b - a) as [number, number];
  const reasons = [...theirs, ...ours].toSorted((a, b) => b.weight - a.weight || a.needId.localeCompare(b.needId) || a.offerId.localeCompare(b.offerId));
  const isCrossBorder = own.country !== other.country;
  const canTalk = own.languages.some((language) => other.languages.includes(language));
  const base = best + shareOfWeaker * second;
  const score = base * (isCrossBorder ? acrossBorder : 1) * (canTalk ? inOneLanguage : 1) * weighWishes(own, other);
  return { organisationId: other.id, score, reasons };
}

/** So many shared subjects say enough about one need and one offer. */
const mostSubjects = 3;

/** The same pairs are told again and again; so many explanations are remembered, as long as their background. */
const mostRemembered = 5_000;
const remembered = new WeakMap<Background, Map<string, TextReason[]>>();

function because(need: WrittenText, offer: WrittenText, background: Background): TextReason[] {
  const told = remembered.get(background) ?? new Map<string, TextReason[]>();
  remembered.set(background, told);
  const key = JSON.stringify([keyOfText(need), keyOfText(offer)]);
  const known = told.get(key);
  if (known) return known;
  const reasons = explain({ need, offer }, { lexicon: pomostLexicon(), background }, mostSubjects);
  if (told.size >= mostRemembered) told.clear();
  told.set(key, reasons);
  return reasons;
}

/** The reasons as they are told: one for each need, the strongest, with the words that carry it. At most `most`. */
function tell(pair: readonly MatchOrganisation[], reasons: readonly Reason[], { background }: Measure, most: number): ToldReason[] {
  const byId = new Map(pair.flatMap(({ statements }) => statements).map((statement) => [statement.id, statement]));
  const strongestOfNeed = reasons.filter(({ needId }, index) => reasons.findIndex((reason) => reason.needId === needId) === index);
  return strongestOfNeed.slice(0, most).map((reason) => {
    const [need, offer] = [byId.get(reason.needId), byId.get(reason.offerId)];
    const haveTexts = need && offer && hasText(need) && hasText(offer);
    return { ...reason, because: haveTexts ? because(need, offer, background) : [] };
  });
}

/** Why two organisations fit, told to the first: at most `most` reasons, strongest first, one for each need. */
export function explainPair(own: MatchOrganisation, other: MatchOrganisation, most: number, measure: Measure = measureBy(evenFrequency)): ToldReason[] {
  return tell([own, other], comparePair(own, other, measure).reasons, measure, most);
}

/** Reasons that a suggestion tells: as many as a card shows. */
const mostReasons = 2;

/**
 * The organisations that fit best, best first, with their reasons; those without any reason are left out. Of those who
 * fit nearly alike, who was suggested to few others so far comes first.
 * @param most how many at the most
 * @param measure what is rare and what is common, and what vectors say; without it, as the organisations themselves make it
 */
export function suggestPartners(
  own: MatchOrganisation,
  others: readonly MatchOrganisation[],
  most: number,
  measure: Measure = measureBy(countFrequency([own, ...others])),
): ToldSuggestion[] {
  const { background } = measure;
  const toReader = { ...measure, background: discountSubjects(background, own.wrongSubjects ?? [], pomostLexicon()) };
  const suitable = others
    .filter((other) => other.id !== own.id)
    .map((other) => ({ other, suggestion: comparePair(own, other, toReader) }))
    .filter(({ suggestion }) => suggestion.reasons.length > 0);
  const mean = meanExposure(suitable.map(({ other }) => other));
  return suitable
    .map(({ other, suggestion }) => ({ other, suggestion: { ...suggestion, score: suggestion.score * weighExposure(other.shownTo ?? mean, mean) } }))
    .toSorted((a, b) => b.suggestion.score - a.suggestion.score || a.other.id.localeCompare(b.other.id))
    .slice(0, most)
    .map(({ other, suggestion }) => ({ ...suggestion, reasons: tell([own, other], suggestion.reasons, measure, mostReasons) }));
}
