import { describe, expect, test } from "vitest";
import type { Locale } from "@/domain/input";
import { analyseAs } from "./analyse";
import { pomostLexicon } from "./pomost-lexicon";

const lexicon = pomostLexicon();
/** How surely a text is about a concept. */
function strengthOf(id: string, text: string, locale: Locale): number {
  return analyseAs(text, locale, lexicon).concepts.get(lexicon.concepts.findIndex((concept) => concept.id === id))?.strength ?? 0;
}
const wordsOf = (text: string, locale: Locale) => [...analyseAs(text, locale, lexicon).words.keys()];

describe("analyse", () => {
  test("a word written with its umlaut is no other word; one typed without may be either", () => {
    expect(strengthOf("ferry", "Wir fahren täglich über die Grenze", "de")).toBe(0);
    expect(strengthOf("ferry", "Fähre für Pkw", "de")).toBeGreaterThan(0.5);
    expect(strengthOf("ferry", "Faehre fuer Autos", "de")).toBeGreaterThan(0.5);
  });

  test("a word typed without its umlaut counts less than one written with it", () => {
    const typed = strengthOf("ferry", "Wir suchen eine Fahre nach Swinemunde", "de");
    expect(typed).toBeGreaterThan(0.3);
    expect(typed).toBeLessThan(strengthOf("ferry", "Wir suchen eine Fähre nach Swinemünde", "de"));
    expect(strengthOf("ferry", "Wir suchen für morgen eine Fahre", "de")).toBeLessThan(typed);
  });

  test("IT is a word in capitals, unless everything is in capitals", () => {
    expect(wordsOf("We look after your IT and make it run", "en")).toContain("it");
    expect(wordsOf("We make it run", "en")).not.toContain("it");
    expect(wordsOf("WE BUILD AND REPAIR IT", "en")).not.toContain("it");
    expect(wordsOf("IT", "en")).toContain("it");
  });

  test("of a compound with an unknown end the beginning counts, weakly", () => {
    const whole = strengthOf("container", "Container", "de");
    const first = strengthOf("container", "Containerxylo", "de");
    expect(first).toBeGreaterThan(0.3);
    expect(first).toBeLessThan(whole);
    expect(wordsOf("Containerxylo", "de")).toEqual(["containerxylo"]);
  });

  test("a small word counts within a hyphened one", () => {
    expect(strengthOf("start_up", "a start-up from Szczecin", "en")).toBeGreaterThan(0.9);
    expect(wordsOf("we start up - and off", "en")).not.toContain("up");
  });
});
