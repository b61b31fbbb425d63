import type { Locale } from "@/domain/input";
import { analyse, type Analysis } from "./analyse";
import { type Background, learnBackground } from "./background";
import { scoreTexts } from "./compare";
import type { Lexicon } from "./lexicon";

/** A need or an offer; `locale` is the language it is said to be in, null where nobody says. */
export type RankedText = { id: string; country: string; text: string; locale: Locale | null };
export type Ranked = { need: RankedText; ranking: { offer: RankedText; score: number }[] };

export const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : Number(a.id > b.id));

/**
 * For each need all offers from other countries, best first; of equal ones the one with the smaller id first.
 * The background is that of all the texts given.
 */
export function rankOffers(needs: readonly RankedText[], offers: readonly RankedText[], lexicon: Lexicon): { ranked: Ranked[]; background: Background } {
  const read = (items: readonly RankedText[]): [RankedText, Analysis][] => items.map((item) => [item, analyse(item.text, item.locale, lexicon)]);
  const [wanted, given] = [read(needs), read(offers)];
  const background = learnBackground([...wanted, ...given].map(([, analysis]) => analysis), lexicon);
  const ranked = wanted.map(([need, ofNeed]) => ({
    need,
    ranking: given
      .filter(([offer]) => offer.country !== need.country)
      .map(([offer, ofOffer]) => ({ offer, score: scoreTexts(ofNeed, ofOffer, { lexicon, background }) }))
      .toSorted((a, b) => b.score - a.score || byId(a.offer, b.offer)),
  }));
  return { ranked, background };
}
