import { describe, expect, test } from "vitest";
import { locales } from "@/domain/input";
import { analyseAs } from "./analyse";
import { pomostLexicon } from "./pomost-lexicon";
import { stem } from "./text/stem";
import { isSmall, splitWords } from "./text/words";

const lexicon = pomostLexicon();

describe("the lexicon", () => {
  test("holds at least 600 concepts, each worded in three languages", () => {
    expect(lexicon.concepts.length).toBeGreaterThanOrEqual(600);
    const poor = lexicon.concepts.filter((concept) => locales.some((locale) => concept[locale].length < 2));
    expect(poor.map(({ id }) => id)).toEqual([]);
  });

  test("says nothing twice for one concept", () => {
    const twice = lexicon.concepts.flatMap((concept) =>
      locales.flatMap((locale) => concept[locale].filter((wording, index) => concept[locale].indexOf(wording) !== index).map((wording) => `${concept.id} ${locale} ${wording}`)),
    );
    expect(twice).toEqual([]);
  });

  test.each(locales)("finds each concept by its label (%s)", (locale) => {
    const lost = lexicon.concepts.filter((concept, index) => (analyseAs(concept[locale][0] ?? "", locale, lexicon).concepts.get(index)?.strength ?? 0) < 0.5);
    expect(lost.map(({ id }) => id)).toEqual([]);
  });

  /** Wordings of so many other concepts hold a word that says little by itself. */
  const common = 8;

  test.each(locales)("holds no wording of which little is left without its small words (%s)", (locale) => {
    const read = (wording: string) => {
      const words = splitWords(wording);
      return { isShortened: words.some((word) => isSmall(word, locale)), left: words.filter((word) => !isSmall(word, locale)).map(({ written }) => stem(written, locale)) };
    };
    const misleading = lexicon.concepts.flatMap(({ id, kind, [locale]: wordings }, index) => {
      // "zur Miete" adds nothing to "Miete", but misleads nobody; nor do words that say little anyway.
      const whole = new Set(wordings.map(read).flatMap(({ isShortened, left }) => (isShortened ? [] : [left.join(" ")])));
      const isCommon = (word: string) => new Set((lexicon.postings[locale].get(word) ?? []).map(({ term }) => term.concept).filter((concept) => concept !== index)).size >= common;
      return wordings.filter((wording) => {
        const { isShortened, left } = read(wording);
        const [only] = left;
        return isShortened && (only === undefined || (kind !== "general" && left.length === 1 && !whole.has(only) && isCommon(only)));
      }).map((wording) => `${id}: ${wording}`);
    });
    expect(misleading).toEqual([]);
  });
});
