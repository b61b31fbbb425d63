import { describe, expect, test } from "vitest";
import type { Locale } from "@/domain/input";
import { analyseAs } from "./analyse";
import { pomostLexicon } from "./pomost-lexicon";

const lexicon = pomostLexicon();
/** How surely a text is about a concept. */
function strengthOf(id: string, text: string, locale: Locale): number {
  return analyseAs(text, locale, lexicon).concepts.get(lexicon.concepts.findIndex((concept) => concept.id === id))?.strength ?? 0;
}

describe("analyse", () => {
  test("a word written with its umlaut is no other word; one typed without may be either", () => {
    expect(strengthOf("ferry", "Wir fahren täglich über die Grenze", "de")).toBe(0);
    expect(strengthOf("ferry", "Fähre für Pkw", "de")).toBeGreaterThan(0.5);
    expect(strengthOf("ferry", "Faehre fuer Autos", "de")).toBeGreaterThan(0.5);
  });
});
