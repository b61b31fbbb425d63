import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { closenessBy, withCloseness } from "./closeness";
import { countFrequency, evenFrequency, measureBy } from "./frequency";
import type { MatchOrganisation } from "./organisation";
import { comparePair, explainPair, suggestPartners } from "./suggest";

const vectors = new Map([
  ["a", new Float32Array([1, 0])],
  ["b", new Float32Array([0.6, 0.8])],
  ["c", new Float32Array([-1, 0])],
]);

describe("closenessBy", () => {
  test("counts from the floor", () => {
    const close = closenessBy(vectors, 0.2);
    expect(close("a", "b")).toBeCloseTo(0.5);
    expect(close("a", "a")).toBeCloseTo(1);
    expect(closenessBy(vectors, 0.6)("a", "b")).toBeCloseTo(0);
  });

  test("is nothing below the floor, and unknown where there is no vector", () => {
    expect(closenessBy(vectors, 0.75)("a", "c")).toBe(0);
    expect(closenessBy(vectors, 0.75)("a", "x")).toBeNull();
    expect(closenessBy(vectors, 0.75)("x", "a")).toBeNull();
  });
});

const text = fc.constantFrom(
  "szukamy tłumacza przysięgłego do dokumentów", "potrzebujemy magazynu przy granicy", "Wir vermieten ein Lager",
  "beglaubigte Übersetzungen von Urkunden", "Wartung von Windrädern", "aplikacja do rezerwacji miejsc w porcie",
);
const statement = fc.record({
  id: fc.uuid(),
  direction: fc.constantFrom("offer" as const, "need" as const),
  fields: fc.uniqueArray(fc.constantFrom("translation", "networks", "retail"), { maxLength: 2 }),
  text,
  locale: fc.constantFrom("de" as const, "pl" as const),
});
const organisation = fc.record({
  id: fc.uuid(),
  country: fc.constantFrom("PL", "DE"),
  languages: fc.constant(["en"]),
  statements: fc.uniqueArray(statement, { selector: ({ id }) => id, minLength: 1, maxLength: 4 }),
});
const others = fc.uniqueArray(organisation, { selector: ({ id }) => id, minLength: 1, maxLength: 6 });
/** What vectors say of a pair, the same each time it is asked. */
const anyCloseness = fc.func(fc.option(fc.double({ min: 0, max: 1, noNaN: true })));

const pairsOf = ({ reasons }: { reasons: { needId: string; offerId: string }[] }) => reasons.map(({ needId, offerId }) => `${needId} ${offerId}`).toSorted();

describe("what vectors say", () => {
  test("changes nothing where there are none", () => {
    fc.assert(fc.property(organisation, others, (own, list) => {
      const measure = measureBy(countFrequency([own, ...list]));
      const none = closenessBy(new Map(), 0.75);
      expect(suggestPartners(own, list, 50, { ...measure, closeness: none })).toEqual(suggestPartners(own, list, 50, measure));
      for (const other of list) expect(explainPair(own, other, 8, { ...measureBy(evenFrequency), closeness: none })).toEqual(explainPair(own, other, 8));
    }), { numRuns: 50 });
  });

  test("makes no match that neither texts nor fields support, and takes none away", () => {
    fc.assert(fc.property(organisation, organisation, anyCloseness, (own, other, closeness) => {
      const plain = comparePair(own, other);
      const told = explainPair(own, other, 50, { ...measureBy(evenFrequency), closeness });
      expect(pairsOf({ reasons: told }).every((pair) => pairsOf(plain).includes(pair))).toBe(true);
      expect(told.length > 0).toBe(plain.reasons.length > 0);
    }), { numRuns: 50 });
  });

  test("shifts a weight by no more than its share", () => {
    fc.assert(fc.property(organisation, organisation, anyCloseness, (own, other, closeness) => {
      const measure = measureBy(countFrequency([own, other]));
      const before = new Map(comparePair(own, other, measure).reasons.map(({ needId, offerId, weight }) => [`${needId} ${offerId}`, weight]));
      for (const { needId, offerId, weight } of comparePair(own, other, { ...measure, closeness }).reasons) {
        expect(Math.abs(weight - (before.get(`${needId} ${offerId}`) ?? 0))).toBeLessThanOrEqual(0.24 + 1e-9);
      }
    }), { numRuns: 50 });
  });

  test("decides between two that the texts cannot tell apart", () => {
    const say = (id: string, direction: "offer" | "need", words: string): MatchOrganisation => ({
      id, country: id === "a" ? "PL" : "DE", languages: ["en"], statements: [{ id: `${id}-1`, direction, fields: ["translation"], text: words, locale: "de" }],
    });
    const own = say("a", "need", "Übersetzungen");
    const list = [say("b", "offer", "Übersetzungen"), say("c", "offer", "Übersetzungen")];
    const judgeBy = (nearer: string) => ({ ...measureBy(evenFrequency), closeness: (_need: string, offer: string) => (offer === nearer ? 0.9 : 0.1) });
    const order = (nearer: string) => suggestPartners(own, list, 2, judgeBy(nearer)).map(({ organisationId }) => organisationId);
    expect([order("b-1"), order("c-1")]).toEqual([["b", "c"], ["c", "b"]]);
  });

  test("is one part of what two texts say", () => {
    expect(withCloseness(0.5, null)).toBe(0.5);
    expect(withCloseness(0, 1)).toBeCloseTo(0.4);
    expect(withCloseness(1, 0)).toBeCloseTo(0.6);
  });
});
