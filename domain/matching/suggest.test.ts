import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { MatchOrganisation } from "./organisation";
import { comparePair, explainPair, suggestPartners } from "./suggest";

function organisation(id: string, country: string, needs: string[][], offers: string[][], languages = ["en"]): MatchOrganisation {
  return {
    id,
    country,
    languages,
    statements: [
      ...needs.map((fields, index) => ({ id: `${id}-n${index}`, direction: "need" as const, fields })),
      ...offers.map((fields, index) => ({ id: `${id}-o${index}`, direction: "offer" as const, fields })),
    ],
  };
}

const own = organisation("a", "PL", [["translation"]], [["geodata"]]);

describe("comparePair", () => {
  test("names the need and the offer that meet, in both directions", () => {
    const other = organisation("b", "DE", [["geodata"]], [["translation"]]);
    expect(comparePair(own, other).reasons.map(({ kind, needId, offerId }) => [kind, needId, offerId])).toEqual([
      ["they_offer", "a-n0", "b-o0"],
      ["you_offer", "b-n0", "a-o0"],
    ]);
  });

  test("two offers of the same thing are no match", () => {
    expect(comparePair(own, organisation("b", "DE", [], [["geodata"]])).reasons).toEqual([]);
  });

  test("an industry alone is no match, with a service it counts", () => {
    const seeker = organisation("a", "PL", [["retail", "translation"]], []);
    expect(comparePair(seeker, organisation("b", "DE", [], [["retail"]])).reasons).toEqual([]);
    expect(comparePair(seeker, organisation("b", "DE", [], [["retail", "translation"]])).reasons[0]?.weight).toBe(1);
  });

  test("a mutual match is better than a one-sided one", () => {
    const mutual = comparePair(own, organisation("b", "DE", [["geodata"]], [["translation"]]));
    const oneSided = comparePair(own, organisation("c", "DE", [], [["translation"]]));
    expect(mutual.score).toBeGreaterThan(oneSided.score);
  });

  test("the other side of the border is better than the own one, and a common language than none", () => {
    const score = (country: string, languages: string[]) => comparePair(own, organisation("b", country, [], [["translation"]], languages)).score;
    expect(score("DE", ["en"])).toBeGreaterThan(score("PL", ["en"]));
    expect(score("DE", ["en"])).toBeGreaterThan(score("DE", ["de"]));
  });
});

describe("suggestPartners", () => {
  test("a rare field in common says more than a frequent one", () => {
    const crowd = Array.from({ length: 20 }, (_, index) => organisation(`x${index}`, "DE", [], [["custom_software"]]));
    const seeker = organisation("a", "PL", [["custom_software"], ["geodata", "custom_software"]], []);
    const rare = organisation("r", "DE", [], [["geodata", "custom_software"]]);
    expect(suggestPartners(seeker, [...crowd, rare], 1)[0]?.organisationId).toBe("r");
  });

  const field = fc.constantFrom("geodata", "translation", "training", "networks");
  const statements = fc.array(fc.array(field, { minLength: 1, maxLength: 3 }), { maxLength: 3 });
  const others = fc.uniqueArray(
    fc.record({ id: fc.uuid(), country: fc.constantFrom("PL", "DE"), needs: statements, offers: statements })
      .map(({ id, country, needs, offers }) => organisation(id, country, needs, offers)),
    { selector: (item) => item.id, maxLength: 12 },
  );

  test("the order of the organisations changes nothing, and nobody is suggested without a reason", () => {
    fc.assert(fc.property(others, (list) => {
      const forward = suggestPartners(own, list, 50);
      expect(suggestPartners(own, list.toReversed(), 50)).toEqual(forward);
      expect(forward.every((suggestion) => suggestion.reasons.length > 0 && suggestion.organisationId !== own.id)).toBe(true);
    }));
  });
});

describe("texts", () => {
  const say = (id: string, country: string, direction: "offer" | "need", text: string, locale: "de" | "pl", fields: string[] = []): MatchOrganisation => ({
    id, country, languages: ["en"], statements: [{ id: `${id}-1`, direction, fields, text, locale }],
  });
  const seeker = say("a", "PL", "need", "szukamy tłumacza przysięgłego do dokumentów", "pl");

  test("that mean the same are a reason without a field in common, in two languages", () => {
    const [reason] = comparePair(seeker, say("b", "DE", "offer", "beglaubigte Übersetzungen von Urkunden", "de")).reasons;
    expect([reason?.needId, reason?.offerId, reason?.fields]).toEqual(["a-1", "b-1", []]);
    expect(comparePair(seeker, say("c", "DE", "offer", "Reparatur von Windrädern", "de")).reasons).toEqual([]);
  });

  test("decide among those who share a field", () => {
    const tagged = { ...seeker, statements: seeker.statements.map((statement) => ({ ...statement, fields: ["translation"] })) };
    const interpreter = say("b", "DE", "offer", "Wir dolmetschen auf Messen", "de", ["translation"]);
    const sworn = say("c", "DE", "offer", "vereidigte Übersetzerin für amtliche Dokumente", "de", ["translation"]);
    expect(suggestPartners(tagged, [interpreter, sworn], 2).map(({ organisationId }) => organisationId)).toEqual(["c", "b"]);
  });

  test("are told with the words that carry the match, and with what these are about in the reader's language", () => {
    const offer = "beglaubigte Übersetzungen von Urkunden";
    const [reason] = explainPair(seeker, say("b", "DE", "offer", offer, "de"), 3);
    const [first] = reason?.because ?? [];
    expect(first?.label?.pl).toMatch(/tłumacz/);
    expect(first?.offer.map(({ start, end }) => offer.slice(start, end))).toContain("Übersetzungen");
  });

  test("give one reason for each need, the strongest", () => {
    const many = say("b", "DE", "offer", "Wir dolmetschen auf Messen", "de", ["translation"]);
    const better = { id: "b-2", direction: "offer" as const, fields: ["translation"], text: "vereidigte Übersetzerin für amtliche Dokumente", locale: "de" as const };
    const tagged = { ...seeker, statements: seeker.statements.map((statement) => ({ ...statement, fields: ["translation"] })) };
    const other = { ...many, statements: [...many.statements, better] };
    expect(comparePair(tagged, other).reasons).toHaveLength(2);
    expect(explainPair(tagged, other, 8).map(({ offerId }) => offerId)).toEqual(["b-2"]);
    expect(suggestPartners(tagged, [other], 1)[0]?.reasons.map(({ offerId }) => offerId)).toEqual(["b-2"]);
  });
});
