import type { Locale } from "@/domain/input";
import { analyse, analyseAs, type Span } from "./analyse";
import type { Concept } from "./concept";
import { compareTexts, type Comparison, type Measure, scoreTexts } from "./compare";
import type { Lexicon } from "./lexicon";

/**
 * Why an offer answers a need: a concept that both are about (null: a word in common, or subjects that are merely
 * related), the places that say so in either text (UTF-16, end exclusive), and by how much the score falls without these
 * words.
 */
export type TextReason = { concept: string | null; label: Record<Locale, string> | null; need: Span[]; offer: Span[]; weight: number };

/** A need and an offer, with the languages that they are said to be in. */
export type Pair = Record<"need" | "offer", { text: string; locale: Locale | null }>;

/** The text with blanks in place of some words, so that all other places stay the same. */
export function blankOut(text: string, spans: readonly Span[]): string {
  let blanked = text;
  for (const { start, end } of spans) blanked = blanked.slice(0, start) + " ".repeat(end - start) + blanked.slice(end);
  return blanked;
}

/** Leaves out what cites only words that a stronger meeting has cited already. */
function distinct(meetings: Comparison["meetings"]): Comparison["meetings"] {
  const [inNeed, inOffer] = [new Set<number>(), new Set<number>()];
  return meetings.filter(({ needSpans, offerSpans }) => {
    const isNew = needSpans.some(({ start }) => !inNeed.has(start)) && offerSpans.some(({ start }) => !inOffer.has(start));
    if (!isNew) return false;
    for (const { start } of needSpans) inNeed.add(start);
    for (const { start } of offerSpans) inOffer.add(start);
    return true;
  });
}

/**
 * What two concepts that meet have in common: the one where they are the same, the broader one, or a kind that both are
 * of. Null where they are merely related: neither text speaks of the other's subject, and no reason may say so.
 */
function commonOf([need, offer]: readonly [Concept, Concept], { concepts }: Lexicon): Concept | null {
  if (need === offer || offer.up.includes(need.id)) return need;
  if (need.up.includes(offer.id)) return offer;
  const kind = need.up.find((id) => offer.up.includes(id));
  return concepts.find(({ id }) => id === kind) ?? null;
}

function subjectOf({ concepts }: Comparison["meetings"][number], lexicon: Lexicon): Concept | null {
  const [need, offer] = [concepts && lexicon.concepts[concepts.need], concepts && lexicon.concepts[concepts.offer]];
  return need && offer ? commonOf([need, offer], lexicon) : null;
}

/**
 * The reasons for a score, strongest first. A reason is shown only after the words that it cites were taken out of
 * either text, and of both, and the score fell each time.
 * @param most how many at the most; the strongest meetings are tried
 */
export function explain(pair: Pair, measure: Measure, most: number): TextReason[] {
  const { lexicon } = measure;
  const need = analyse(pair.need.text, pair.need.locale, lexicon);
  const offer = analyse(pair.offer.text, pair.offer.locale, lexicon);
  const { score, meetings } = compareTexts(need, offer, measure);
  return distinct(meetings)
    .slice(0, most)
    .flatMap((meeting) => {
      const { needSpans, offerSpans } = meeting;
      const needWithout = analyseAs(blankOut(pair.need.text, needSpans), need.locale, lexicon);
      const offerWithout = analyseAs(blankOut(pair.offer.text, offerSpans), offer.locale, lexicon);
      const scores = [
        scoreTexts(needWithout, offerWithout, measure),
        scoreTexts(needWithout, offer, measure),
        scoreTexts(need, offerWithout, measure),
      ] as const;
      if (scores.some((without) => without >= score - 1e-9)) return [];
      const known = subjectOf(meeting, lexicon);
      const label = known ? { en: known.en[0] ?? known.id, de: known.de[0] ?? known.id, pl: known.pl[0] ?? known.id } : null;
      return [{ concept: known?.id ?? null, label, need: needSpans, offer: offerSpans, weight: score - scores[0] }];
    })
    .toSorted((a, b) => b.weight - a.weight || (a.concept ?? "").localeCompare(b.concept ?? ""));
}
