import { describe, expect, test } from "vitest";
import { type Absence, explainAbsence, type Standing } from "./absence";
import type { MatchOrganisation, MatchStatement } from "./organisation";

const nothing: Standing = { isBlockedByYou: false, isDismissedByYou: false, contact: "none" };

type Texts = { offers?: string[]; needs?: string[]; fields?: string[] };

function make(id: string, locale: "de" | "en" | "pl", { offers = [], needs = [], fields = [] }: Texts): MatchOrganisation {
  const write = (direction: "offer" | "need") => (text: string, index: number): MatchStatement => ({ id: `${id}-${direction}${index}`, direction, fields, text, locale });
  return { id, country: "PL", languages: [locale], statements: [...offers.map(write("offer")), ...needs.map(write("need"))] };
}

const codes = (absences: readonly Absence[]) => absences.map(({ code }) => code);
const explain = (own: Texts, other: Texts, standing: Partial<Standing> = {}) =>
  explainAbsence(make("a", "pl", own), make("b", "de", other), { ...nothing, ...standing });

const automation: Texts = { offers: ["automatyka magazynowa"] };
const lagerautomatisierung: Texts = { offers: ["Lagerautomatisierung"] };
const sought: Texts = { needs: ["Wir suchen Lagerautomatisierung"] };
const bees: Texts = { offers: ["Honig von eigenen Bienen"] };

describe("explainAbsence", () => {
  test.each<[string, Texts, Texts, Partial<Standing>, string[]]>([
    ["nothing keeps who fits", automation, sought, {}, []],
    ["the reader's own block", automation, sought, { isBlockedByYou: true }, ["blocked_by_you"]],
    ["the reader's own word", automation, sought, { isDismissedByYou: true }, ["dismissed_by_you"]],
    ["a request", automation, sought, { contact: "asked" }, ["asked"]],
    ["a meeting", automation, sought, { contact: "agreed" }, ["agreed"]],
    ["several at once", automation, sought, { isBlockedByYou: true, isDismissedByYou: true, contact: "agreed" }, ["blocked_by_you", "dismissed_by_you", "agreed"]],
    ["both offer the same", automation, lagerautomatisierung, {}, ["no_meeting", "both_offer"]],
    ["both look for the same", { needs: ["automatyka magazynowa"] }, sought, {}, ["no_meeting", "both_seek"]],
    ["both do both", { offers: ["automatyka magazynowa"], needs: ["tłumaczenia umów"] }, { offers: ["Lagerautomatisierung"], needs: ["Übersetzung von Verträgen"] }, {}, ["no_meeting", "both_offer", "both_seek"]],
    ["nothing in common", automation, bees, {}, ["no_meeting"]],
    ["the reader has written nothing", {}, bees, {}, ["you_wrote_nothing"]],
    ["the other one has written nothing", automation, {}, {}, ["they_wrote_nothing"]],
    ["nobody has written anything", {}, {}, { contact: "asked" }, ["asked", "nobody_wrote"]],
  ])("%s", (_, own, other, standing, expected) => {
    expect(codes(explain(own, other, standing))).toEqual(expected);
  });

  test("names the subject in each language", () => {
    const both = explain(automation, lagerautomatisierung).find(({ code }) => code === "both_offer");
    expect(both).toMatchObject({ subjects: [{ en: expect.stringMatching(/warehouse/i) as string, de: expect.stringMatching(/lager/i) as string, pl: expect.stringMatching(/magazyn/i) as string }] });
  });

  test("claims nothing of texts that merely touch", () => {
    const photos = { offers: ["zdjęcia towaru na białym tle i ich obróbka"] };
    expect(codes(explain(photos, { offers: ["wyszukiwanie wad powierzchni na zdjęciach: lakier, spawy, drewno"] }))).toEqual(["no_meeting"]);
  });

  test("names the field of activity where the texts share no subject, but no industry", () => {
    const tagged = (texts: Texts, fields: string[]): Texts => ({ ...texts, fields });
    const both = explain(tagged(bees, ["geodata", "retail"]), tagged(automation, ["geodata", "retail"])).find(({ code }) => code === "both_offer");
    expect(both).toEqual({ code: "both_offer", subjects: [], fields: ["geodata"] });
    expect(codes(explain(tagged(bees, ["retail"]), tagged(automation, ["retail"])))).toEqual(["no_meeting"]);
  });
});
