import { type Analysis, type Evidence, knownWord, type Span } from "./analyse";
import { answersOf, bestAnswer } from "./answers";
import type { Background } from "./background";
import { alike } from "./text/alike";
import type { Lexicon } from "./lexicon";

/** Where both texts meet, with the words that say so in each; `concepts`: that of the need and that of the offer, null for a shared word. */
export type Meeting = { concepts: { need: number; offer: number } | null; needSpans: Span[]; offerSpans: Span[]; weight: number };
export type Comparison = { score: number; meetings: Meeting[] };

/** How much of what one text is about is answered by the other one, 0 to 1. */
type Coverage = { share: number; meetings: Meeting[] };

/** A text about one small thing must not be covered too easily. */
const smoothing = 0.35;
/** How much less a word says that may stand for several concepts: 0 not at all, 1 in proportion. */
const ambiguity = 0.6;
const shareOfNeed = 0.6;
const otherService = 0.8;

function bestWord(word: string, isKnown: boolean, offer: Analysis): { worth: number; evidence: Evidence } | null {
  const same = offer.words.get(word);
  if (same) return { worth: 1, evidence: same };
  if (isKnown) return null;
  let best: { worth: number; evidence: Evidence } | null = null;
  for (const [other, evidence] of offer.words) {
    const worth = alike(word, other);
    if (worth > (best?.worth ?? 0.6)) best = { worth, evidence };
  }
  return best;
}

/** A long text is compared by the words that stand in it first; nobody reads further, and time stays bounded. */
const mostWords = 60;

/** Weights by background, which all comparisons of one list share; forgotten with it. */
const weighed = new WeakMap<Background, WeakMap<Analysis, Map<number, number>>>();

function weightsOf(text: Analysis, background: Background): Map<number, number> {
  const known = weighed.get(background) ?? new WeakMap<Analysis, Map<number, number>>();
  weighed.set(background, known);
  const weights = known.get(text) ?? weigh(text, background);
  known.set(text, weights);
  return weights;
}

/** What each concept of a text weighs: what a word says is divided among the concepts that it may stand for. */
function weigh(text: Analysis, background: Background): Map<number, number> {
  const raw = new Map([...text.concepts].map(([concept, { strength }]) => [concept, background.ofConcept(concept) * strength]));
  const perWord = new Map<number, number>();
  for (const [concept, { spans }] of text.concepts) {
    for (const { start } of spans) perWord.set(start, (perWord.get(start) ?? 0) + (raw.get(concept) ?? 0));
  }
  return new Map(
    [...text.concepts].map(([concept, { spans }]) => {
      const weight = raw.get(concept) ?? 0;
      const shares = spans.map(({ start }) => weight / (perWord.get(start) || 1));
      return [concept, weight * Math.max(...shares) ** ambiguity];
    }),
  );
}

function cover(from: Analysis, by: Analysis, lexicon: Lexicon, background: Background): Coverage {
  let total = smoothing;
  let matched = 0;
  const meetings: Meeting[] = [];
  const weights = weightsOf(from, background);
  const answers = answersOf(by, lexicon);
  // To this reader, words of either text may be worth less.
  const { worthOf } = background;
  const shareOf = (own: readonly Span[], other: readonly Span[]) => (worthOf ? Math.min(worthOf(from, own), worthOf(by, other)) : 1);
  for (const [concept, { spans }] of from.concepts) {
    const weight = weights.get(concept) ?? 0;
    total += weight;
    const best = bestAnswer(concept, answers, lexicon);
    if (!best) continue;
    const meeting = weight * best.worth * shareOf(spans, best.evidence.spans);
    matched += meeting;
    meetings.push({ concepts: { need: concept, offer: best.concept }, needSpans: spans, offerSpans: best.evidence.spans, weight: meeting });
  }
  let seen = 0;
  for (const [word, { spans, strength }] of from.words) {
    // Across languages, what the lexicon knows has met by its concepts.
    if (strength <= knownWord && from.locale !== by.locale) continue;
    if ((seen += 1) > mostWords) break;
    const weight = background.ofWord(word) * 0.5 * strength;
    total += weight;
    const best = by.words.size <= mostWords ? bestWord(word, strength <= knownWord, by) : null;
    if (!best) continue;
    const meeting = weight * best.worth * shareOf(spans, best.evidence.spans);
    matched += meeting;
    meetings.push({ concepts: null, needSpans: spans, offerSpans: best.evidence.spans, weight: meeting });
  }
  return { share: matched / total, meetings };
}

/** 1 where both texts name the same service or one of them none; less where they name different ones. */
function agreeOnService(need: Analysis, offer: Analysis, lexicon: Lexicon): number {
  const [wanted, given] = [answersOf(need, lexicon).services, answersOf(offer, lexicon).services];
  if (wanted.length === 0 || given.length === 0) return 0.9;
  const agreement = Math.max(...wanted.flatMap((want) => given.map((give) => lexicon.relations[want]?.get(give) ?? 0)));
  return otherService + (1 - otherService) * agreement;
}

/**
 * How well an offer answers a need, 0 to 1, and what meets in them, strongest first: what share of the need is answered,
 * and, less, what share of the offer was asked for; another service on the same subject counts less.
 */
export function compareTexts(need: Analysis, offer: Analysis, lexicon: Lexicon, background: Background): Comparison {
  const answered = cover(need, offer, lexicon, background);
  if (answered.share === 0) return { score: 0, meetings: [] };
  const asked = cover(offer, need, lexicon, background);
  const score = answered.share ** shareOfNeed * asked.share ** (1 - shareOfNeed) * agreeOnService(need, offer, lexicon);
  return { score, meetings: answered.meetings.toSorted((a, b) => b.weight - a.weight || (a.concepts?.need ?? -1) - (b.concepts?.need ?? -1)) };
}
