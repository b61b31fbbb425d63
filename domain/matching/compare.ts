import { type Analysis, type Evidence, knownWord, type Span } from "./analyse";
import { answersOf, bestAnswer } from "./answers";
import type { Background } from "./background";
import { alike } from "./text/alike";
import type { Lexicon } from "./lexicon";

/**
 * Where both texts meet, with the words that say so in each, none where its authors added the concept; `concepts`: that of
 * the need and that of the offer, null for a shared word.
 */
export type Meeting = { concepts: { need: number; offer: number } | null; needSpans: Span[]; offerSpans: Span[]; weight: number };
/** What texts are judged by. */
export type Measure = { lexicon: Lexicon; background: Background };
export type Comparison = { score: number; meetings: Meeting[] };

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

/** What a text says by a background: each concept and each word that carries a subject, with its weight. */
type Weights = { concepts: Uint16Array; weights: Float64Array; words: { word: string; weight: number; isKnown: boolean; evidence: Evidence }[] };

/** All comparisons of one list share them; forgotten with the background. */
const weighed = new WeakMap<Background, WeakMap<Analysis, Weights>>();

function weightsOf(text: Analysis, background: Background): Weights {
  const known = weighed.get(background) ?? new WeakMap<Analysis, Weights>();
  weighed.set(background, known);
  const weights = known.get(text) ?? weigh(text, background);
  known.set(text, weights);
  return weights;
}

/** What a word says is divided among the concepts that it may stand for; a concept without words has nothing to share. */
function weigh(text: Analysis, background: Background): Weights {
  const concepts = [...text.concepts];
  const raw = concepts.map(([concept, { strength }]) => background.ofConcept(concept) * strength);
  const perWord = new Map<number, number>();
  concepts.forEach(([, { spans }], index) => {
    for (const { start } of spans) perWord.set(start, (perWord.get(start) ?? 0) + (raw[index] ?? 0));
  });
  const shareOf = (weight: number, spans: readonly Span[]) => (spans.length === 0 ? 1 : Math.max(...spans.map(({ start }) => weight / (perWord.get(start) || 1))));
  return {
    concepts: Uint16Array.from(concepts, ([concept]) => concept),
    weights: Float64Array.from(concepts, ([, { spans }], index) => (raw[index] ?? 0) * shareOf(raw[index] ?? 0, spans) ** ambiguity),
    words: [...text.words].map(([word, evidence]) => ({
      word, weight: background.ofWord(word) * 0.5 * evidence.strength, isKnown: evidence.strength <= knownWord, evidence,
    })),
  };
}

/** Is told of every meeting; who only wants the score gives none. */
type Witness = (meeting: Meeting) => void;

/** How much of what one text is about is answered by the other one, 0 to 1. */
function cover(from: Analysis, by: Analysis, { lexicon, background }: Measure, witness?: Witness): number {
  let total = smoothing;
  let matched = 0;
  const { concepts, weights, words } = weightsOf(from, background);
  const answers = answersOf(by, lexicon);
  // To this reader, words of either text may be worth less.
  const { worthOf } = background;
  const shareOf = (own: readonly Span[], other: readonly Span[], met: Meeting["concepts"]) =>
    worthOf ? Math.min(worthOf(from, own, met?.need ?? null), worthOf(by, other, met?.offer ?? null)) : 1;
  for (let index = 0; index < concepts.length; index += 1) {
    const [concept, weight] = [concepts[index] ?? 0, weights[index] ?? 0];
    const worth = weight * (answers.worths[concept] ?? 0);
    total += weight;
    if (!witness && !worthOf) {
      matched += worth;
      continue;
    }
    const best = bestAnswer(concept, answers);
    const needSpans = from.concepts.get(concept)?.spans;
    if (!best || !needSpans) continue;
    const met = { need: concept, offer: best.concept };
    const meeting = worth * shareOf(needSpans, best.evidence.spans, met);
    matched += meeting;
    witness?.({ concepts: met, needSpans, offerSpans: best.evidence.spans, weight: meeting });
  }
  let seen = 0;
  for (const { word, weight, isKnown, evidence } of words) {
    // Across languages, what the lexicon knows has met by its concepts.
    if (isKnown && from.locale !== by.locale) continue;
    if ((seen += 1) > mostWords) break;
    total += weight;
    const best = by.words.size <= mostWords ? bestWord(word, isKnown, by) : null;
    if (!best) continue;
    const meeting = weight * best.worth * shareOf(evidence.spans, best.evidence.spans, null);
    matched += meeting;
    witness?.({ concepts: null, needSpans: evidence.spans, offerSpans: best.evidence.spans, weight: meeting });
  }
  return matched / total;
}

/** 1 where both texts name the same service or one of them none; less where they name different ones. */
function agreeOnService(need: Analysis, offer: Analysis, lexicon: Lexicon): number {
  const [wanted, given] = [answersOf(need, lexicon).services, answersOf(offer, lexicon).services];
  if (wanted.length === 0 || given.length === 0) return 0.9;
  const agreement = Math.max(...wanted.flatMap((want) => given.map((give) => lexicon.relations[want]?.get(give) ?? 0)));
  return otherService + (1 - otherService) * agreement;
}

/**
 * How well an offer answers a need, 0 to 1: what share of the need is answered, and, less, what share of the offer was
 * asked for; another service on the same subject counts less.
 */
export function scoreTexts(need: Analysis, offer: Analysis, measure: Measure, witness?: Witness): number {
  const answered = cover(need, offer, measure, witness);
  if (answered === 0) return 0;
  const asked = cover(offer, need, measure);
  return answered ** shareOfNeed * asked ** (1 - shareOfNeed) * agreeOnService(need, offer, measure.lexicon);
}

/** The score, and what meets in the two texts, strongest first. */
export function compareTexts(need: Analysis, offer: Analysis, measure: Measure): Comparison {
  const meetings: Meeting[] = [];
  const score = scoreTexts(need, offer, measure, (meeting) => meetings.push(meeting));
  return { score, meetings: meetings.toSorted((a, b) => b.weight - a.weight || (a.concepts?.need ?? -1) - (b.concepts?.need ?? -1)) };
}
