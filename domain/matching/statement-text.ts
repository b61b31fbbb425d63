import { analyse, type Analysis } from "./analyse";
import type { Background } from "./background";
import { scoreTexts } from "./compare";
import { correct } from "./corrections";
import type { WrittenText } from "./organisation";
import { pomostLexicon } from "./pomost-lexicon";

/** Texts are read again and again, as the same organisations are suggested to many; so many are remembered. */
const mostRemembered = 10_000;
const remembered = new Map<string, Analysis>();

/** What a text is read by, the same for texts that say the same. No two others share one: ids hold no separator. */
export const keyOfText = ({ text, locale, addedConcepts = [], removedConcepts = [] }: WrittenText): string =>
  `${locale}+${addedConcepts.join()}-${removedConcepts.join()}:${text}`;

/** What a text is about, by the lexicon of this installation and by what its authors say of it. */
export function readText(written: WrittenText): Analysis {
  const key = keyOfText(written);
  const known = remembered.get(key);
  if (known) return known;
  const analysis = correct(analyse(written.text, written.locale, pomostLexicon()), written, pomostLexicon());
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(key, analysis);
  return analysis;
}

/** How well an offer answers a need by what both texts say, 0 to 1. */
export function answersNeed(need: WrittenText, offer: WrittenText, background: Background): number {
  return scoreTexts(readText(need), readText(offer), { lexicon: pomostLexicon(), background });
}
