import type { Locale } from "@/domain/input";
import { type Analysis, analyse, analyseAs, type Span } from "./analyse";
import type { Concept } from "./concept";
import { compareTexts, type Comparison, type Measure, scoreTexts } from "./compare";
import { type Corrections, correct } from "./corrections";
import type { Lexicon } from "./lexicon";
import { labelOf } from "./narrower";

type Label = Record<Locale, string>;

/**
 * Why an offer answers a need: a concept that both are about (null: a word in common, or subjects that are merely
 * related), the places that say so in either text (UTF-16, end exclusive), and by how much the score falls without these
 * words. Where a text has no such place, `added` is the concept that its authors added to it themselves.
 */
export type TextReason = {
  concept: string | null;
  label: Label | null;
  need: Span[];
  offer: Span[];
  added: { need: Label | null; offer: Label | null };
  weight: number;
};

/** A need and an offer, with the languages that they are said to be in. */
export type Pair = Record<"need" | "offer", { text: string; locale: Locale | null } & Corrections>;

/** The text with blanks in place of some words, so that all other places stay the same. */
export function blankOut(text: string, spans: readonly Span[]): string {
  let blanked = text;
  for (const { start, end } of spans) blanked = blanked.slice(0, start) + " ".repeat(end - start) + blanked.slice(end);
  return blanked;
}

type Meeting = Comparison["meetings"][number];

/** What a text says a meeting with: places of words, or the concept that its authors added, as a negative number. */
function citedBy(spans: readonly Span[], concept: number | undefined): number[] {
  return spans.length === 0 && concept !== undefined ? [-1 - concept] : spans.map(({ start }) => start);
}

/** Leaves out what cites only words, or an added concept, that a stronger meeting has cited already. */
function distinct(meetings: readonly Meeting[]): Meeting[] {
  const [inNeed, inOffer] = [new Set<number>(), new Set<number>()];
  return meetings.filter(({ concepts, needSpans, offerSpans }) => {
    const [need, offer] = [citedBy(needSpans, concepts?.need), citedBy(offerSpans, concepts?.offer)];
    const isNew = need.some((one) => !inNeed.has(one)) && offer.some((one) => !inOffer.has(one));
    if (!isNew) return false;
    for (const one of need) inNeed.add(one);
    for (const one of offer) inOffer.add(one);
    return true;
  });
}

/**
 * What two concepts that meet have in common: the one where they are the same, the broader one, or a kind that both are
 * of. Null where they are merely related: neither text speaks of the other's subject, and no reason may say so.
 */
function commonOf([need, offer]: readonly [Concept, Concept], { concepts, byId }: Lexicon): Concept | null {
  if (need === offer || offer.up.includes(need.id)) return need;
  if (need.up.includes(offer.id)) return offer;
  const kind = need.up.find((id) => offer.up.includes(id));
  return concepts[byId.get(kind ?? "") ?? -1] ?? null;
}

function subjectOf({ concepts }: Meeting, lexicon: Lexicon): Concept | null {
  const [need, offer] = [concepts && lexicon.concepts[concepts.need], concepts && lexicon.concepts[concepts.offer]];
  return need && offer ? commonOf([need, offer], lexicon) : null;
}

/** One side of a pair, read: the text without the words that a meeting cites, or without the concept that was added to it. */
function readSide({ text, locale: stated, ...corrections }: Pair["need"], lexicon: Lexicon) {
  const { addedConcepts = [] } = corrections;
  const { locale, ...read } = analyse(text, stated, lexicon);
  const conceptOf = (concept: number | undefined) => (concept === undefined ? null : (lexicon.concepts[concept] ?? null));
  return {
    whole: correct({ locale, ...read }, corrections, lexicon),
    without: (spans: readonly Span[], concept: number | undefined): Analysis => {
      const left = spans.length > 0 ? addedConcepts : addedConcepts.filter((id) => id !== conceptOf(concept)?.id);
      return correct(analyseAs(blankOut(text, spans), locale, lexicon), { ...corrections, addedConcepts: left }, lexicon);
    },
    added: (spans: readonly Span[], concept: number | undefined) => {
      const known = spans.length > 0 ? null : conceptOf(concept);
      return known && labelOf(known);
    },
  };
}

/**
 * The reasons for a score, strongest first. A reason is shown only after the words that it cites, or the concept that was
 * added, were taken out of either text, and of both, and the score fell each time.
 * @param most how many at the most; the strongest meetings are tried
 */
export function explain(pair: Pair, measure: Measure, most: number): TextReason[] {
  const { lexicon } = measure;
  const [need, offer] = [readSide(pair.need, lexicon), readSide(pair.offer, lexicon)];
  const { score, meetings } = compareTexts(need.whole, offer.whole, measure);
  return distinct(meetings)
    .slice(0, most)
    .flatMap((meeting): TextReason[] => {
      const { needSpans, offerSpans, concepts } = meeting;
      const [needWithout, offerWithout] = [need.without(needSpans, concepts?.need), offer.without(offerSpans, concepts?.offer)];
      const scores = [
        scoreTexts(needWithout, offerWithout, measure),
        scoreTexts(needWithout, offer.whole, measure),
        scoreTexts(need.whole, offerWithout, measure),
      ] as const;
      if (scores.some((without) => without >= score - 1e-9)) return [];
      const known = subjectOf(meeting, lexicon);
      const added = { need: need.added(needSpans, concepts?.need), offer: offer.added(offerSpans, concepts?.offer) };
      return [{ concept: known?.id ?? null, label: known && labelOf(known), need: needSpans, offer: offerSpans, added, weight: score - scores[0] }];
    })
    .toSorted((a, b) => b.weight - a.weight || (a.concept ?? "").localeCompare(b.concept ?? ""));
}
