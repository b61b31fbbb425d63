import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assignInterpreters, assignPlenary, canTranslate, isThere, listGaps, matchBest } from "./rules";
import type { InterpreterInfo, TranslationNeed } from "./schema";

const slot = (id: string, hour: number) => ({ id, startsAt: new Date(Date.UTC(2027, 2, 18, hour)) });
const slots = [slot("s1", 12), slot("s2", 13)];
const interpreter = (id: string, languages: string[], more: Partial<InterpreterInfo> = {}): InterpreterInfo => ({
  id, name: id, languages, slotIds: ["s1", "s2"], awayFrom: null, version: 1, ...more,
});
const need = (meetingId: string, left: string[], right: string[], more: Partial<TranslationNeed> = {}): TranslationNeed => ({
  meetingId, slotId: "s1", left, right, chosenId: null, beforeId: null, ...more,
});
const assign = (needs: TranslationNeed[], people: InterpreterInfo[]) => Object.fromEntries(assignInterpreters(needs, people, slots));

test.each([
  [["de", "pl"], ["de"], ["pl"], true],
  [["de", "pl"], ["pl"], ["de", "en"], true],
  [["de", "en"], ["de", "en"], ["pl"], false],
  [["pl"], ["de"], ["pl"], false],
])("%j translates between %j and %j: %s", (languages, left, right, can) => {
  expect(canTranslate({ languages }, { left, right })).toBe(can);
});

test("is there in the own slots, until gone", () => {
  const person = interpreter("i", ["de", "pl"], { slotIds: ["s2"], awayFrom: null });
  expect(slots.map((one) => isThere(person, one))).toEqual([false, true]);
  expect(isThere({ ...person, awayFrom: new Date(Date.UTC(2027, 2, 18, 13)) }, slot("s2", 13))).toBe(false);
  expect(isThere({ ...person, awayFrom: new Date(Date.UTC(2027, 2, 18, 13, 1)) }, slot("s2", 13))).toBe(true);
});

/** The greatest sum, by trying everything. */
function bestSum(weights: readonly (readonly number[])[], row = 0, used: readonly number[] = []): number {
  const own = weights[row];
  if (!own) return 0;
  const tries = own.flatMap((weight, column) => (used.includes(column) ? [] : [weight + bestSum(weights, row + 1, [...used, column])]));
  return Math.max(bestSum(weights, row + 1, used), ...tries);
}

const table = fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 4 })).chain(([rows, columns]) =>
  fc.array(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }));

test("a matching is as good as the best of all, and takes no column twice", () => {
  fc.assert(fc.property(table, (weights) => {
    const matched = matchBest(weights);
    const columns = matched.filter((column) => column !== null);
    expect(new Set(columns).size).toBe(columns.length);
    expect(matched.reduce<number>((sum, column, row) => sum + (column === null ? 0 : (weights[row]?.[column] ?? 0)), 0)).toBe(bestSum(weights));
  }), { numRuns: 400 });
});

const languages = fc.subarray(["de", "pl", "en", "cs"], { minLength: 1, maxLength: 3 });
const crowd = fc.record({
  people: fc.array(fc.record({ languages, slotIds: fc.subarray(["s1", "s2"]) }), { maxLength: 4 })
    .map((list) => list.map((one, index) => interpreter(`i${index}`, one.languages, { slotIds: one.slotIds }))),
  needs: fc.array(fc.record({ left: languages, right: languages, chosen: fc.option(fc.nat(3)), before: fc.option(fc.nat(3)) }), { maxLength: 5 })
    .map((list) => list.map(({ left, right, chosen, before }, index) =>
      need(`m${index}`, left, right, { chosenId: chosen === null ? null : `i${chosen}`, beforeId: before === null ? null : `i${before}` }))),
});

/** [choices that hold, meetings with an interpreter, meetings that keep theirs] */
const value = (needs: readonly TranslationNeed[], given: ReadonlyMap<string, string>) =>
  [needs.filter((one) => one.chosenId !== null && given.get(one.meetingId) === one.chosenId).length, given.size,
    needs.filter((one) => one.beforeId !== null && given.get(one.meetingId) === one.beforeId).length];

function everyWay(needs: readonly TranslationNeed[], people: readonly InterpreterInfo[]): Map<string, string>[] {
  const [first, ...rest] = needs;
  if (!first) return [new Map<string, string>()];
  const others = everyWay(rest, people);
  const able = people.filter((person) => person.slotIds.includes("s1") && canTranslate(person, first));
  return [...others, ...able.flatMap((person) => others.filter((way) => ![...way.values()].includes(person.id)).map((way) => new Map(way).set(first.meetingId, person.id)))];
}

test("choices first, then coverage, then who translates already: never worse than any other way", () => {
  fc.assert(fc.property(crowd, ({ people, needs }) => {
    const given = assignInterpreters(needs, people, slots);
    const ways = everyWay(needs, people).map((way) => value(needs, way));
    const best = ways.toSorted((a, b) => (b[0] ?? 0) - (a[0] ?? 0) || (b[1] ?? 0) - (a[1] ?? 0) || (b[2] ?? 0) - (a[2] ?? 0))[0];
    expect(value(needs, given)).toEqual(best);
    expect(new Set(given.values()).size).toBe(given.size);
    expect(assignInterpreters(needs.toReversed(), people.toReversed(), slots)).toEqual(given);
  }), { numRuns: 300 });
});

describe("assignment", () => {
  test("whoever alone can do the rare pair does it", () => {
    const people = [interpreter("a", ["de", "pl", "cs"]), interpreter("b", ["de", "pl"])];
    expect(assign([need("1", ["de"], ["pl"]), need("2", ["de"], ["cs"])], people)).toEqual({ 1: "b", 2: "a" });
  });

  test("the same person in each slot, never twice in one", () => {
    const people = [interpreter("a", ["de", "pl"])];
    expect(assign([need("1", ["de"], ["pl"]), need("2", ["de"], ["pl"]), need("3", ["de"], ["pl"], { slotId: "s2" })], people)).toEqual({ 1: "a", 3: "a" });
  });

  test("a choice that cannot hold gives way", () => {
    const people = [interpreter("a", ["de", "cs"]), interpreter("b", ["de", "pl"])];
    expect(assign([need("1", ["de"], ["pl"], { chosenId: "a" })], people)).toEqual({ 1: "b" });
  });
});

test("gaps say how many need the same and how many have somebody", () => {
  const needs = [need("1", ["de"], ["pl"]), need("2", ["pl"], ["de"]), need("3", ["de"], ["pl"]), need("4", ["de"], ["cs"]), need("5", ["de"], ["pl"], { slotId: "s2" })];
  expect(listGaps(needs, new Map([["1", "a"], ["4", "b"], ["5", "a"]]), slots)).toEqual([
    { slotId: "s1", left: ["de"], right: ["pl"], needed: 3, covered: 1, meetingIds: ["2", "3"] },
  ]);
});

test("what is said to all: one person for each language that the event is not held in", () => {
  const event = { languages: ["pl"], interpretedInto: ["de", "en", "pl"] };
  const people = [interpreter("a", ["pl", "de", "en"]), interpreter("b", ["pl", "de"]), interpreter("c", ["pl", "en"], { awayFrom: new Date() })];
  expect(assignPlenary(event, people)).toEqual([{ language: "de", interpreterId: "b" }, { language: "en", interpreterId: "a" }]);
  expect(assignPlenary(event, people.slice(1))).toEqual([{ language: "de", interpreterId: "b" }, { language: "en", interpreterId: null }]);
});
