import { describe, expect, test } from "vitest";
import { locales } from "@/domain/input";
import { analyseAs } from "./analyse";
import { pomostLexicon } from "./pomost-lexicon";

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
});
