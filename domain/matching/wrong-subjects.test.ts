import { describe, expect, test } from "vitest";
import { learnBackground } from "./background";
import type { MatchOrganisation } from "./organisation";
import { pomostLexicon } from "./pomost-lexicon";
import { answersNeed } from "./statement-text";
import { explainPair, suggestPartners } from "./suggest";
import { discountSubjects } from "./wrong-subjects";

const lexicon = pomostLexicon();
const background = learnBackground([], lexicon);
const need = { text: "Übersetzung von Verträgen", locale: "de" as const };
const offer = { text: "translation of contracts", locale: "en" as const };

describe("subjects found wrong", () => {
  test("are worth half where they alone meet, and less than half is lost where others meet, too", () => {
    const full = answersNeed(need, offer, background);
    const all = lexicon.concepts.map(({ id }) => id);
    expect(answersNeed(need, offer, discountSubjects(background, all, lexicon)) / full).toBeCloseTo(0.5);
    const some = answersNeed(need, offer, discountSubjects(background, ["translation"], lexicon));
    expect(some).toBeLessThan(full);
    expect(some).toBeGreaterThan(full / 2);
  });

  test("cover their kinds", () => {
    const broader = lexicon.concepts.find(({ id }) => id === "sworn_translation")?.up ?? [];
    const [sworn, asked] = [{ text: "sworn translation", locale: "en" as const }, { text: "vereidigte Übersetzung", locale: "de" as const }];
    expect(broader).toEqual(["translation"]);
    expect(answersNeed(asked, sworn, discountSubjects(background, broader, lexicon))).toBeLessThan(answersNeed(asked, sworn, background));
  });

  test("that are none, or are unknown, change nothing", () => {
    expect(discountSubjects(background, [], lexicon)).toBe(background);
    expect(answersNeed(need, offer, discountSubjects(background, ["no_such_concept"], lexicon))).toBe(answersNeed(need, offer, background));
  });

  test("of the reader change the reader's order, those of others do not", () => {
    const say = (id: string, country: string, direction: "offer" | "need", ...texts: string[]): MatchOrganisation => ({
      id, country, languages: ["en"], statements: texts.map((text, index) => ({ id: `${id}-${index}`, direction, fields: [], text, locale: "en" })),
    });
    const own = say("a", "PL", "need", "translation of contracts", "maintenance of machines and of vehicles");
    const others = [say("b", "DE", "offer", "translation of contracts"), say("c", "DE", "offer", "maintenance of machines")];
    const order = (reader: MatchOrganisation, list = others) => suggestPartners(reader, list, 5).map(({ organisationId }) => organisationId);
    expect(order(own)).toEqual(["b", "c"]);
    const [first = own] = others;
    const wrongSubjects = explainPair(own, first, 2).flatMap(({ because }) => because.flatMap(({ concept }) => concept ?? []));
    expect(order({ ...own, wrongSubjects })).toEqual(["c", "b"]);
    expect(order(own, others.map((other) => ({ ...other, wrongSubjects })))).toEqual(["b", "c"]);
  });
});
