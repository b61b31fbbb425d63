import { analyse, type Analysis } from "./analyse";
import type { Background } from "./background";
import { scoreTexts } from "./compare";
import type { WrittenText } from "./organisation";
import { pomostLexicon } from "./pomost-lexicon";

/** Texts are read again and again, as the same organisations are suggested to many; so many are remembered. */
const mostRemembered = 10_000;
const remembered = new Map<string, Analysis>();

/** What a text is about, by the lexicon of this installation. */
export function readText({ text, locale }: WrittenText): Analysis {
  const key = `${locale}:${text}`;
  const known = remembered.get(key);
  if (known) return known;
  const analysis = analyse(text, locale, pomostLexicon());
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(key, analysis);
  return analysis;
}

/** How well an offer answers a need by what both texts say, 0 to 1. */
export function answersNeed(need: WrittenText, offer: WrittenText, background: Background): number {
  return scoreTexts(readText(need), readText(offer), { lexicon: pomostLexicon(), background });
}
