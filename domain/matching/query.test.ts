import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { locales } from "@/domain/input";
import { findConcept, withNarrower } from "./narrower";
import { readQuery } from "./query";

const partsOf = (q: string, literal: string[] = []) => readQuery(q, "de", literal).parts;

describe("readQuery", () => {
  test.each([["magazyn"], ["Lager"], ["warehouse"], ["Lagerhaltung gesucht"], ["szukamy magazynu"]])("a German reader who asks for %j asks for a warehouse", (q) => {
    expect(readQuery(q, "de", []).understood).toEqual(["warehouse"]);
  });

  test("whatever holds a word, the word itself counts, too", () => {
    expect(partsOf("magazyn")).toEqual([{ words: ["magazyn"], concepts: ["warehouse"] }]);
  });

  test("several things are asked for together; a word that nobody knows counts by itself, a small one not at all", () => {
    expect(partsOf("Software für Lager in Xyzzyhausen")).toEqual([
      { words: ["Software"], concepts: ["software"] },
      { words: ["Lager"], concepts: ["warehouse"] },
      { words: ["Xyzzyhausen"], concepts: [] },
    ]);
    expect(partsOf("für")).toEqual([{ words: ["für"], concepts: [] }]);
  });

  test("a place whose name looks like a subject stays a word beside what it is asked with", () => {
    expect(partsOf("Lager Oberhausen")).toEqual([{ words: ["Lager"], concepts: ["warehouse"] }, { words: ["Oberhausen"], concepts: [] }]);
    expect(partsOf("Szczecin")).toEqual([{ words: ["Szczecin"], concepts: [] }]);
  });

  test("words that make one wording are one part, and no word is read twice", () => {
    const parts = partsOf("Beratung Export");
    expect(parts).toHaveLength(1);
    expect(parts[0]?.words).toEqual(["Beratung", "Export"]);
  });

  test("of a concept that shall not count the words do, and no other reading takes its place", () => {
    const query = readQuery("Lager Übersetzung", "de", ["warehouse"]);
    expect(query.parts).toEqual([{ words: ["Lager"], concepts: [] }, { words: ["Übersetzung"], concepts: ["translation"] }]);
    expect(query.understood).toEqual(["warehouse", "translation"]);
  });

  test("nothing, punctuation and nonsense ask for what they hold", () => {
    for (const nothing of ["", "   ", "!!! --- ???", "%_\\"]) expect(readQuery(nothing, "pl", [])).toEqual({ parts: [], understood: [] });
    expect(partsOf("zzzzqqq")).toEqual([{ words: ["zzzzqqq"], concepts: [] }]);
    const long = "x".repeat(1_000_000);
    expect(partsOf(long)).toEqual([{ words: [long], concepts: [] }]);
    expect(partsOf("qq zz ".repeat(170_000))).toHaveLength(6);
  });

  test("whatever is asked, every part can be met, each word stands once, and the concepts are there", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme", maxLength: 100 }), fc.constantFrom(...locales), (q, locale) => {
      const { parts, understood } = readQuery(q, locale, []);
      expect(parts.every(({ words }) => words.length > 0)).toBe(true);
      expect(parts.flatMap(({ words }) => words).length).toBeLessThanOrEqual(6);
      expect(understood.every((id) => findConcept(id))).toBe(true);
    }));
  });
});

test("narrower concepts are found at any depth, and each once", () => {
  const found = withNarrower("logistics");
  expect(found).toEqual(expect.arrayContaining(["logistics", "warehouse", "automated_warehouse"]));
  expect(new Set(found).size).toBe(found.length);
  expect(withNarrower("no_such_concept")).toEqual(["no_such_concept"]);
});
