import { byId, type Ranked, type RankedText } from "./rank";
import { fold, splitWords } from "./text/words";

/** Ways to rank that know no language, to be measured beside ours. */

const words = (text: string) => splitWords(text).map((word) => word.folded);

function grams(text: string): string[] {
  const folded = ` ${fold(text).replaceAll(/[^\p{L}\p{N}]+/gu, " ").trim()} `;
  return Array.from({ length: Math.max(0, folded.length - 3) }, (_, index) => folded.slice(index, index + 4));
}

function count(items: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

type Scorer = (need: RankedText, offer: RankedText) => number;

function rankBy(score: Scorer, needs: readonly RankedText[], offers: readonly RankedText[]): Ranked[] {
  return needs.map((need) => ({
    need,
    ranking: offers
      .filter((offer) => offer.country !== need.country)
      .map((offer) => ({ offer, score: score(need, offer) }))
      .toSorted((a, b) => b.score - a.score || byId(a.offer, b.offer)),
  }));
}

/** Cosine of TF-IDF over four letters in a row, without diacritics. */
export function rankByGrams(needs: readonly RankedText[], offers: readonly RankedText[]): Ranked[] {
  const all = [...needs, ...offers];
  const counts = new Map(all.map((item) => [item, count(grams(item.text))]));
  const frequency = count([...counts.values()].flatMap((own) => [...own.keys()]));
  const vectors = new Map(
    all.map((item) => {
      const weights = [...(counts.get(item) ?? [])].map(([gram, times]): [string, number] => [gram, times * Math.log(1 + all.length / (frequency.get(gram) ?? 1))]);
      const length = Math.hypot(...weights.map(([, weight]) => weight)) || 1;
      return [item, new Map(weights.map(([gram, weight]) => [gram, weight / length]))];
    }),
  );
  const cosine: Scorer = (need, offer) => {
    let sum = 0;
    for (const [gram, weight] of vectors.get(need) ?? []) sum += weight * (vectors.get(offer)?.get(gram) ?? 0);
    return sum;
  };
  return rankBy(cosine, needs, offers);
}

const bm25 = { saturation: 1.2, lengthShare: 0.75 } as const;

/** Okapi BM25 over whole words. */
export function rankByWords(needs: readonly RankedText[], offers: readonly RankedText[]): Ranked[] {
  const counts = new Map(offers.map((offer) => [offer, count(words(offer.text))]));
  const frequency = count([...counts.values()].flatMap((own) => [...own.keys()]));
  const lengthOf = (offer: RankedText) => words(offer.text).length;
  const mean = offers.reduce((sum, offer) => sum + lengthOf(offer), 0) / Math.max(1, offers.length) || 1;
  const score: Scorer = (need, offer) => {
    let sum = 0;
    for (const word of new Set(words(need.text))) {
      const times = counts.get(offer)?.get(word) ?? 0;
      const inOffers = frequency.get(word) ?? 0;
      const rarity = Math.log(1 + (offers.length - inOffers + 0.5) / (inOffers + 0.5));
      const room = bm25.saturation * (1 - bm25.lengthShare + (bm25.lengthShare * lengthOf(offer)) / mean);
      sum += (rarity * times * (bm25.saturation + 1)) / (times + room);
    }
    return sum;
  };
  return rankBy(score, needs, offers);
}
