import fc from "fast-check";
import { expect, test } from "vitest";
import { fieldCodes } from "@/domain/field/schema";
import { countFrequency, evenFrequency, measureBy } from "./frequency";
import { anyKey, conceptKey, fieldKey, isWordKey, mentionsOf, wordKey } from "./mentions";
import type { MatchOrganisation } from "./organisation";
import { pomostLexicon } from "./pomost-lexicon";
import { listWanted } from "./wanted";

const statement = (direction: "offer" | "need", text: string, locale: "de" | "pl" | "en", codes: string[] = []) => ({ id: text, direction, text, locale, fields: codes });
const organisation = (id: string, ...statements: MatchOrganisation["statements"][number][]): MatchOrganisation => ({ id, country: "PL", languages: [], statements });
const keysOf = (source: string, written: Parameters<typeof mentionsOf>[0]) => mentionsOf(written).filter((mention) => mention.source === source).map(({ key }) => key);

test("no two concepts or fields have one key, and a key tells what it stands for", () => {
  const names = [...pomostLexicon().concepts.map(({ id }) => conceptKey(id)), ...fieldCodes.map(fieldKey)];
  expect(new Set(names).size).toBe(names.length);
  fc.assert(fc.property(fc.string(), (name) => {
    expect(conceptKey(name)).toBeGreaterThanOrEqual(0);
    expect(conceptKey(name)).toBeLessThan(2 ** 30);
    expect(fieldKey(name)).toBeGreaterThanOrEqual(2 ** 30);
    expect(fieldKey(name)).toBeLessThan(2 ** 31);
    expect(wordKey(name)).toBeGreaterThan(anyKey);
    expect([isWordKey(wordKey(name)), isWordKey(conceptKey(name))]).toEqual([true, false]);
  }));
});

test("a need in one language has the key of the offer in another, each under its own source", () => {
  const need = keysOf("need", { statements: [statement("need", "szukamy magazynu", "pl")], descriptions: [] });
  const offer = keysOf("offer", { statements: [statement("offer", "Wir vermieten ein Lager", "de")], descriptions: [] });
  expect(need.filter((key) => offer.includes(key))).not.toEqual([]);
  expect(keysOf("offer", { statements: [statement("need", "szukamy magazynu", "pl")], descriptions: [] })).toEqual([]);
  expect(keysOf("description", { statements: [], descriptions: [{ text: "Unser Lager steht in Stettin.", locale: "de" }] })).toEqual(expect.arrayContaining(offer.filter((key) => need.includes(key))) as number[]);
});

test("whatever is written, each key stands once per source, with a strength from 1 to 100", () => {
  const any = fc.array(fc.record({ id: fc.uuid(), direction: fc.constantFrom("offer" as const, "need" as const), text: fc.string({ unit: "grapheme", maxLength: 300 }), locale: fc.constantFrom("de" as const, "pl" as const), fields: fc.subarray(["networks", "translation"]) }));
  fc.assert(fc.property(any, (statements) => {
    const mentions = mentionsOf({ statements, descriptions: statements });
    expect(new Set(mentions.map(({ source, key }) => `${source} ${key}`)).size).toBe(mentions.length);
    expect(mentions.every(({ key, strength }) => Number.isInteger(key) && Number.isInteger(strength) && strength >= 1 && strength <= 100)).toBe(true);
  }));
});

test("an organisation counts once for what it offers and needs, however often it says so", () => {
  const twice = organisation("a", statement("offer", "a", "en", ["networks"]), statement("need", "b", "en", ["networks"]));
  const { organisations, byKey } = countFrequency([twice, organisation("b", statement("offer", "c", "en", ["translation"]))]);
  expect([organisations, byKey.get(fieldKey("networks")), byKey.get(fieldKey("translation"))]).toEqual([2, 1, 1]);
});

test("what is wanted are offers for needs and needs for offers, the heaviest first, and no more than asked for", () => {
  const own = organisation("a", statement("need", "szukamy magazynu", "pl", ["networks"]), statement("offer", "tłumaczenia przysięgłe", "pl"));
  const wanted = listWanted(own, measureBy(evenFrequency), 1000);
  expect(new Set(wanted.filter(({ source }) => source === "offer").map((one) => one.statement))).toEqual(new Set([0]));
  expect(new Set(wanted.filter(({ source }) => source === "need").map((one) => one.statement))).toEqual(new Set([1]));
  expect(wanted.map(({ key }) => key)).toContain(fieldKey("networks"));
  expect(wanted.every(({ weight }) => weight > 0 && weight <= 1)).toBe(true);
  expect(listWanted(own, measureBy(evenFrequency), 3)).toEqual(wanted.slice(0, 3));
  expect(wanted.map(({ weight }) => weight)).toEqual(wanted.map(({ weight }) => weight).toSorted((a, b) => b - a));
});
