import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { localeOf } from "./analyse";
import { rankByGrams, rankByWords } from "./baselines";
import { byLanguages, judge } from "./judge";
import { pomostLexicon } from "./pomost-lexicon";
import { judgementsSchema, profilesSchema, textsOf, toJudgements } from "./profiles";
import { rankOffers, type Ranked, type RankedText } from "./rank";

const item = (id: string): RankedText => ({ id, country: "DE", text: "", locale: null });
const ranked: Ranked[] = [{ need: item("n"), ranking: ["a", "b", "c"].map((id, index) => ({ offer: item(id), score: 1 - index / 10 })) }];

describe("judge", () => {
  test("counts by hand", () => {
    const figures = judge(ranked, [{ need: "n", relevant: new Map([["b", 2], ["c", 1]]) }]);
    const ideal = 2 / Math.log2(2) + 1 / Math.log2(3);
    expect(figures).toEqual({ needs: 1, mrr: 0.5, hit5: 1, ndcg10: (2 / Math.log2(3) + 1 / Math.log2(4)) / ideal });
    expect(judge(ranked, [{ need: "n", relevant: new Map([["x", 2]]) }])).toEqual({ needs: 1, mrr: 0, hit5: 0, ndcg10: 0 });
    expect(judge(ranked, []).mrr).toBe(0);
  });
});

const folder = "../shared/matching";
const isThere = existsSync(`${folder}/judgements.json`);
if (!isThere) console.warn(`Skipped: the judged set ${folder} is not here.`);

describe.skipIf(!isThere)("the judged set", () => {
  const read = (name: string): unknown => JSON.parse(readFileSync(`${folder}/${name}`, "utf8"));
  const load = () => {
    const profiles = profilesSchema.parse(read("profiles.json"));
    return { needs: textsOf(profiles, "needs"), offers: textsOf(profiles, "offers"), judgements: toJudgements(judgementsSchema.parse(read("judgements.json"))) };
  };
  /** A third of the needs, chosen by their ids, at whose texts nobody looked who wrote the lexicon. */
  const isKeptAside = (need: string) => Array.from(need).reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) >>> 0, 7) % 3 === 0;

  test("is ranked no worse than before, the part kept aside included", () => {
    const { needs, offers, judgements } = load();
    const { ranked: ours } = rankOffers(needs, offers, pomostLexicon());
    const all = judge(ours, judgements);
    const aside = judge(ours, judgements.filter(({ need }) => isKeptAside(need)));
    console.info("all", all, "kept aside", aside);
    expect(all.mrr).toBeGreaterThanOrEqual(0.85);
    expect(all.hit5).toBeGreaterThanOrEqual(0.95);
    expect(all.ndcg10).toBeGreaterThanOrEqual(0.85);
    expect(aside.mrr).toBeGreaterThanOrEqual(0.75);
  });

  test("is ranked well for each pair of languages that has more than a handful of needs", () => {
    const { needs, offers, judgements } = load();
    const { ranked: ours } = rankOffers(needs, offers, pomostLexicon());
    const locales = new Map([...needs, ...offers].map(({ id, text, locale }) => [id, localeOf(text, locale)]));
    const pairs = [...byLanguages(judgements, (id) => locales.get(id) ?? "")].filter(([, own]) => own.length >= 5);
    expect(pairs.length).toBeGreaterThanOrEqual(3);
    for (const [, own] of pairs) expect(judge(ours, own).mrr).toBeGreaterThanOrEqual(0.75);
  });

  test("is ranked badly by what knows no language", () => {
    const { needs, offers, judgements } = load();
    expect(judge(rankByGrams(needs, offers), judgements).mrr).toBeLessThan(0.4);
    expect(judge(rankByWords(needs, offers), judgements).mrr).toBeLessThan(0.4);
  });
});
