import { expect, test } from "vitest";
import { compoundParts, firstPart, splitCompound } from "./compound";
import { stem } from "./stem";

const parts = compoundParts(["lager", "verwaltung", "system", "hoch", "regal", "daten", "sicherung"]);
const split = (word: string) => splitCompound(word, parts);
const stems = (...words: string[]) => words.map((word) => stem(word, "de"));

test("takes German compounds apart, with what joins them", () => {
  expect(split("lagerverwaltungssystem")).toEqual(stems("lager", "verwaltung", "system"));
  expect(split("hochregallager")).toEqual(stems("hoch", "regal", "lager"));
  expect(split("datensicherung")).toEqual(stems("daten", "sicherung"));
});

test("leaves out one unknown beginning, and gives up on the rest", () => {
  expect(split("xylolager")).toEqual(stems("lager"));
  expect(split("quetschbirne")).toBeNull();
  expect(split("lager")).toBeNull();
});

test("knows the beginning of a compound whose end it does not know", () => {
  expect(firstPart("lagerxylo", parts)).toBe(stem("lager", "de"));
  expect(firstPart("sicherungsquetsche", parts)).toBe(stem("sicherung", "de"));
  // Too short to be more than chance, and nothing left of a word.
  expect(firstPart("hochzeit", parts)).toBeNull();
  expect(firstPart("lagern", parts)).toBeNull();
  expect(firstPart("quetschbirne", parts)).toBeNull();
});

test("leaves words alone that are another one without what stands before a verb", () => {
  expect(split("aussicherung")).toBeNull();
  expect(split("nachlager")).toBeNull();
});

test("takes no time for nonsense", () => {
  expect(split("lager".repeat(10_000))).toBeNull();
});
