import type { Locale } from "@/domain/input";
import { analyse, type Analysis } from "./analyse";
import { learnBackground } from "./background";
import { compareTexts, type Comparison } from "./compare";
import type { Lexicon } from "./lexicon";

export type RankedText = { id: string; country: string; text: string; locale: Locale | null };
export type Ranked = { need: RankedText; ranking: ({ offer: RankedText } & Comparison)[] };

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : Number(a.id > b.id));

/** For each need all offers from the other countries, best first; of equal ones the one with the smaller id. */
export function rankOffers(needs: readonly RankedText[], offers: readonly RankedText[], lexicon: Lexicon): Ranked[] {
  const read = new Map<RankedText, Analysis>([...needs, ...offers].map((item) => [item, analyse(item.text, item.locale, lexicon)]));
  const background = learnBackground([...read.values()], lexicon);
  const look = (item: RankedText) => {
    const analysis = read.get(item);
    if (!analysis) throw new Error(`${item.id} was not read.`);
    return analysis;
  };
  return needs.map((need) => ({
    need,
    ranking: offers
      .filter((offer) => offer.country !== need.country)
      .map((offer) => ({ offer, ...compareTexts(look(need), look(offer), lexicon, background) }))
      .toSorted((a, b) => b.score - a.score || byId(a.offer, b.offer)),
  }));
}
