import { expect, test } from "vitest";
import { splitCompound } from "./compound";
import { stem } from "./stem";

const parts = new Set(["lager", "verwaltung", "system", "hoch", "regal", "daten", "sicherung"].map((word) => stem(word, "de")));
const split = (word: string) => splitCompound(word, (stemmed) => parts.has(stemmed));
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

test("takes no time for nonsense", () => {
  expect(split("lager".repeat(10_000))).toBeNull();
});
