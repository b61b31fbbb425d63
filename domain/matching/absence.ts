import type { Locale } from "@/domain/input";
import { evenFrequency, type Measure, measureBy } from "./frequency";
import { hasText, type MatchOrganisation, type MatchStatement } from "./organisation";
import { pomostLexicon } from "./pomost-lexicon";
import { explain } from "./reasons";
import { answersNeed } from "./statement-text";
import { comparePair, isService, telling } from "./suggest";

/** How the reader's organisation stands to the other one, as far as the reader's own side knows it. */
export type Standing = { isBlockedByYou: boolean; isDismissedByYou: boolean; contact: "none" | "asked" | "agreed" };

/** What both speak of: subjects by their labels, and codes of fields of activity. */
export type Shared = { subjects: Record<Locale, string>[]; fields: string[] };

/** One thing that keeps an organisation from being suggested to another one, told to that one. */
export type Absence =
  | { code: "dismissed_by_you" }
  | { code: "blocked_by_you" | "asked" | "agreed" | "no_meeting" }
  | { code: "you_wrote_nothing" | "they_wrote_nothing" | "nobody_wrote" }
  | ({ code: "both_offer" | "both_seek" } & Shared);

/** So many subjects say enough of what both do. */
const mostSubjects = 3;

/** Texts so much alike do the same, whatever their fields; less alike ones do where they share a field. */
const sameText = 0.38;
/** A subject is what two texts do alike where at least so much of their likeness falls with it. */
const shareOfLikeness = 0.6;

type Pair = { one: MatchStatement; other: MatchStatement; fields: string[] };

/** The subject of two texts that do the same; none where they merely touch. */
function subjectsOf({ one, other, fields }: Pair, measure: Measure): { concept: string; label: Record<Locale, string> }[] {
  if (!hasText(one) || !hasText(other)) return [];
  const score = answersNeed(one, other, measure.background);
  if (score < (fields.length > 0 ? telling : sameText)) return [];
  const told = explain({ need: one, offer: other }, { lexicon: pomostLexicon(), background: measure.background }, mostSubjects);
  return told.flatMap(({ concept, label, weight }) => (concept && label && weight >= shareOfLikeness * score ? [{ concept, label }] : []));
}

/** What two organisations both offer, or both look for. */
function shareOf(direction: "offer" | "need", own: MatchOrganisation, other: MatchOrganisation, measure: Measure): Shared {
  const ours = own.statements.filter((statement) => statement.direction === direction);
  const theirs = other.statements.filter((statement) => statement.direction === direction);
  const pairs = ours.flatMap((one) =>
    theirs.map((another): Pair => ({ one, other: another, fields: one.fields.filter((field) => isService(field) && another.fields.includes(field)) })),
  );
  const labels = new Map(pairs.flatMap((pair) => subjectsOf(pair, measure)).map(({ concept, label }) => [concept, label]));
  return { subjects: [...labels.values()].slice(0, mostSubjects), fields: [...new Set(pairs.flatMap(({ fields }) => fields))] };
}

function tellSilence(own: MatchOrganisation, other: MatchOrganisation): Absence[] {
  const [isOwnSilent, isOtherSilent] = [own, other].map(({ statements }) => statements.length === 0);
  if (isOwnSilent && isOtherSilent) return [{ code: "nobody_wrote" }];
  if (isOwnSilent) return [{ code: "you_wrote_nothing" }];
  return isOtherSilent ? [{ code: "they_wrote_nothing" }] : [];
}

/** Why no need meets an offer: somebody has written nothing, or the two do the same, or neither. */
function tellTexts(own: MatchOrganisation, other: MatchOrganisation, measure: Measure): Absence[] {
  const silence = tellSilence(own, other);
  if (silence.length > 0) return silence;
  const both = ([["both_offer", "offer"], ["both_seek", "need"]] as const).map(([code, direction]) => ({ code, ...shareOf(direction, own, other, measure) }));
  return [{ code: "no_meeting" }, ...both.filter(({ subjects, fields }) => subjects.length > 0 || fields.length > 0)];
}

/**
 * Why an organisation is not suggested to another one, told to that one: what its own side has done, and, where no need
 * meets an offer, what their texts say instead. Empty where nothing keeps it from being suggested. Pure.
 */
export function explainAbsence(own: MatchOrganisation, other: MatchOrganisation, standing: Standing): Absence[] {
  const measure = measureBy(evenFrequency);
  const done: Absence[] = [
    ...(standing.isBlockedByYou ? [{ code: "blocked_by_you" as const }] : []),
    ...(standing.isDismissedByYou ? [{ code: "dismissed_by_you" as const }] : []),
    ...(standing.contact === "none" ? [] : [{ code: standing.contact }]),
  ];
  return comparePair(own, other, measure).reasons.length > 0 ? done : [...done, ...tellTexts(own, other, measure)];
}
