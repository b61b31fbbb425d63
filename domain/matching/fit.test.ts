import { describe, expect, test } from "vitest";
import { measureFit, toFit } from "./fit";
import { evenFrequency, measureBy } from "./frequency";
import type { MatchOrganisation, MatchStatement } from "./organisation";
import { comparePair } from "./suggest";

const statement = (direction: "offer" | "need", text: string, fields: string[] = []): MatchStatement => ({ id: `${direction} ${text}`, direction, fields, text, locale: "en" });
const organisation = (id: string, statements: MatchStatement[], more: Partial<MatchOrganisation> = {}): MatchOrganisation => ({ id, country: "PL", languages: ["pl", "en"], statements, ...more });

const measure = measureBy(evenFrequency);
const german = { country: "DE", languages: ["de", "en"] };
const seeker = organisation("seeker", [statement("need", "sworn translation of contracts", ["translation"])]);
const translator = organisation("translator", [statement("offer", "sworn translation of contracts", ["translation"])], german);
const mutual = organisation("mutual", [statement("offer", "sworn translation of contracts", ["translation"]), statement("need", "warehouse in Poland")], german);
const stranger = organisation("stranger", [statement("offer", "tax advice for founders", ["tax_advice"])], german);

describe("how well two fit", () => {
  test("adds up, and is the score by which suggestions are ordered", () => {
    const both = organisation("both", [...seeker.statements, statement("offer", "warehouse in Poland")]);
    const wishing = { ...seeker, wishes: { types: ["research"], regions: [] } };
    for (const [own, other] of [[seeker, translator], [both, mutual], [seeker, { ...translator, country: "PL" }], [seeker, { ...translator, languages: ["uk"] }], [wishing, { ...translator, type: "research" }]] as const) {
      const { total, parts, wishes } = measureFit(own, other, measure);
      expect(Object.values(parts).reduce((sum, { points }) => sum + points, wishes)).toBe(total);
      expect(Object.values(parts).reduce((sum, { most }) => sum + most, 0)).toBe(100);
      expect(total).toBe(toFit(comparePair(own, other, measure).score));
      for (const { points, most } of Object.values(parts)) expect(points).toBeLessThanOrEqual(most + 1);
    }
  });

  test("is the same from both sides, each direction in its own place", () => {
    const [one, other] = [measureFit(seeker, translator, measure), measureFit(translator, seeker, measure)];
    expect(one.total).toBe(other.total);
    expect([one.parts.theirs, one.parts.ours]).toEqual([other.parts.ours, other.parts.theirs]);
    expect(one.parts.theirs.points).toBeGreaterThan(0);
    expect(one.parts.ours.points).toBe(0);
  });

  test("wishes add where they are fulfilled, and take where they are not", () => {
    const wishing = { ...seeker, wishes: { types: ["research"], regions: [] } };
    const wishesOf = (type: string) => measureFit(wishing, { ...translator, type }, measure).wishes;
    expect(wishesOf("research")).toBeGreaterThan(0);
    expect(wishesOf("it_company")).toBeLessThan(0);
    expect(measureFit(seeker, translator, measure).wishes).toBe(0);
  });

  test("border and language add to a match, and never make one", () => {
    const { parts, total } = measureFit(seeker, translator, measure);
    expect(parts.border.points).toBeGreaterThan(0);
    expect(parts.language.points).toBeGreaterThan(0);
    expect(measureFit(seeker, { ...translator, country: "PL" }, measure).parts.border.points).toBe(0);
    expect(measureFit(seeker, { ...translator, languages: ["uk"] }, measure).parts.language.points).toBe(0);
    expect(measureFit(seeker, stranger, measure).total).toBe(0);
    expect(total).toBeGreaterThan(25);
  });
});
