import type { Locale } from "@/domain/input";

/** Words that nearly every longer text of a language holds, and that the other two do not have. */
const smallWords: Record<Locale, string> = {
  en: "the a an and or for with of to from in on at by is are we our us you your they which who that this into their without each before after up per have has not new ahead",
  de: "der die das den dem des ein eine einen einem einer und oder für fur fuer mit von vom zu zum zur im auf aus bei bis ist sind wir uns unser unsere unserer sie ihr ihre ihrer nicht auch nach noch wer wie was ob gern keine kleine kleiner über ueber binnen samt pro sich vor an am gesucht sowie",
  pl: "i oraz lub albo dla z ze do od na w we po przy przez jest są sa nie się sie nas nasz nasze naszym naszych naszej kto co jak gdzie kiedy który która które ktore którzy także takze też u o za bez czy ten ta coś ktos ktoś szukamy być aby żeby pod nad jego jej ich gdy",
};

const words: Record<Locale, ReadonlySet<string>> = {
  en: new Set(smallWords.en.split(" ")),
  de: new Set(smallWords.de.split(" ")),
  pl: new Set(smallWords.pl.split(" ")),
};

/** Letters and endings that only one of the three languages has. */
const marks: Record<Locale, RegExp> = {
  en: /(?:\B(?:ing|tion|ment|ness|ware|ly)\b)/giu,
  de: /[äöüß]|(?:\B(?:ung|ungen|keit|heit|schaft|lich|sch|en|er)\b)/giu,
  pl: /[ąćęłńśźż]|(?:\B(?:nie|ości|owe|owych|nia|cji|ami|ach|ych|ego|enie|acja|anie|owanie)\b)|cz|sz|rz/giu,
};

function score(text: string, locale: Locale): number {
  const own = text.toLowerCase().split(/[^\p{L}]+/u).filter((word) => words[locale].has(word));
  return own.length * 2 + (text.match(marks[locale])?.length ?? 0);
}

/**
 * The language of a short text, among those that it may be in; null where nothing speaks for one more than for the
 * others. A guess from small words, letters and endings, for files that do not say.
 */
export function guessLocale(text: string, candidates: readonly Locale[]): Locale | null {
  const [best, second] = candidates.map((locale) => ({ locale, points: score(text, locale) })).toSorted((a, b) => b.points - a.points);
  if (!best || best.points === (second?.points ?? 0)) return second ? null : (best?.locale ?? null);
  return best.locale;
}
