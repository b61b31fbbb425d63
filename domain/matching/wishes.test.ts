import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { MatchOrganisation, Wishes } from "./organisation";
import { comparePair, suggestPartners } from "./suggest";
import { weighWishes } from "./wishes";

type Given = Partial<MatchOrganisation>;

const make = (id: string, more: Given = {}): MatchOrganisation => ({
  id,
  country: more.region?.slice(0, 2) ?? "DE",
  languages: ["en"],
  statements: [
    { id: `${id}-n`, direction: "need", fields: ["translation"] },
    { id: `${id}-o`, direction: "offer", fields: ["translation"] },
  ],
  ...more,
});

const wish = (types: string[], regions: string[] = []): Given => ({ wishes: { types, regions } });
const institute: Given = { type: "research", region: "DE80" };

describe("weighWishes", () => {
  test.each<[string, Given, Given, number]>([
    ["nobody wishes for anything", {}, institute, 1],
    ["a kind that it is", wish(["it_company", "research"]), institute, 1.025],
    ["another kind", wish(["it_company"]), institute, 0.9625],
    ["its region", wish([], ["DE80"]), institute, 1.025],
    ["its country", wish([], ["PL42", "DE"]), institute, 1.025],
    ["another region", wish([], ["PL", "DE40"]), institute, 0.9625],
    ["one of two", wish(["research"], ["PL"]), institute, 0.9875],
    ["both sides, all fulfilled", { type: "it_company", region: "PL42", ...wish(["research"], ["DE"]) }, { ...institute, ...wish(["it_company"], ["PL42"]) }, 1.1],
    ["both sides, none fulfilled", { type: "it_company", region: "PL42", ...wish(["it_company"], ["PL"]) }, { ...institute, ...wish(["research"], ["DE"]) }, 0.85],
    ["something that the other one does not say", wish(["research"], ["DE"]), {}, 1],
  ])("%s", (_, one, other, factor) => {
    expect(weighWishes(make("a", one), make("b", other))).toBeCloseTo(factor, 10);
    expect(weighWishes(make("b", other), make("a", one))).toBeCloseTo(factor, 10);
  });
});

describe("wishes in the score", () => {
  const kinds = ["it_company", "business_support", "employer_association", "research"];
  const wishes = fc.record<Wishes>({ types: fc.subarray(kinds), regions: fc.subarray(["PL", "DE", "DE80", "PL42", "DK"]) });
  const details = fc.record({ type: fc.constantFrom(...kinds), region: fc.constantFrom("PL42", "PL51", "DE80", "DE40", "DK"), wishes });
  const field = fc.constantFrom("geodata", "translation", "training", "networks");
  const side = (direction: "need" | "offer", id: string) => fc.array(field, { minLength: 1, maxLength: 2 }).map((fields) => ({ id: `${id}-${direction}`, direction, fields }));
  const organisation = (id: string) =>
    fc.tuple(details, side("need", id), side("offer", id)).map(([more, need, offer]): MatchOrganisation => ({ ...make(id, more), statements: [need, offer] }));
  const wishless = ({ wishes: _wishes, type: _type, region: _region, ...rest }: MatchOrganisation): MatchOrganisation => rest;

  test("without wishes all is as it was before there were any", () => {
    fc.assert(fc.property(organisation("a"), organisation("b"), (one, other) => {
      const none = { types: [], regions: [] };
      expect(comparePair({ ...one, wishes: none }, { ...other, wishes: none })).toEqual(comparePair(wishless(one), wishless(other)));
    }));
  });

  test("whatever is wished, the score stays between 0.85 and 1.1 of what it was, and the reasons are the same", () => {
    fc.assert(fc.property(organisation("a"), organisation("b"), (one, other) => {
      const [wished, plain] = [comparePair(one, other), comparePair(wishless(one), wishless(other))];
      expect(wished.reasons).toEqual(plain.reasons);
      expect(wished.score).toBeGreaterThanOrEqual(0.85 * plain.score - 1e-9);
      expect(wished.score).toBeLessThanOrEqual(1.1 * plain.score + 1e-9);
    }));
  });

  test("a wish puts who fulfils it first, and leaves nobody out", () => {
    const own = make("a", { region: "PL42", ...wish(["research"]) });
    const others = [make("b", { type: "it_company", region: "DE80" }), make("c", { type: "research", region: "DE80" })];
    const order = (reader: MatchOrganisation) => suggestPartners(reader, others, 5).map(({ organisationId }) => organisationId);
    expect(order({ ...own, wishes: { types: [], regions: [] } })).toEqual(["b", "c"]);
    expect(order(own)).toEqual(["c", "b"]);
  });
});
