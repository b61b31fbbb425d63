import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { localeOf } from "./analyse";
import { rankByGrams, rankByWords } from "./baselines";
import { byLanguages, judge, type Judgement } from "./judge";
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

type Set = { needs: RankedText[]; offers: RankedText[]; judgements: Judgement[] };

function load(profilesFile: string, judgementsFile: string): Set {
  const read = (file: string): unknown => JSON.parse(readFileSync(file, "utf8"));
  const profiles = profilesSchema.parse(read(profilesFile));
  return { needs: textsOf(profiles, "needs"), offers: textsOf(profiles, "offers"), judgements: toJudgements(judgementsSchema.parse(read(judgementsFile))) };
}

/** The figures of each pair of languages that has at least so many needs. */
function perPair({ needs, offers, judgements }: Set, ours: readonly Ranked[], fewest: number) {
  const locales = new Map([...needs, ...offers].map(({ id, text, locale }) => [id, localeOf(text, locale)]));
  const pairs = [...byLanguages(judgements, (id) => locales.get(id) ?? "")].filter(([, own]) => own.length >= fewest);
  return pairs.map(([pair, own]) => ({ pair, ...judge(ours, own) }));
}

/**
 * Two sets by two authors who knew neither the lexicon nor one another's texts. The first one may be read by whoever
 * mends engine and lexicon; the second one is kept aside: only its figures are looked at.
 */
describe.each([
  { name: "a", mrr: 0.85, hit5: 0.93, ndcg10: 0.85 },
  { name: "b", mrr: 0.8, hit5: 0.92, ndcg10: 0.81 },
])("the judged set $name", ({ name, ...floor }) => {
  const set = load(`bench/matching/set-${name}-profiles.json`, `bench/matching/set-${name}-judgements.json`);

  test("is ranked no worse than before, in each direction across the border too", () => {
    const { ranked: ours } = rankOffers(set.needs, set.offers, pomostLexicon());
    const all = judge(ours, set.judgements);
    console.info(name, all);
    expect(all.mrr).toBeGreaterThanOrEqual(floor.mrr);
    expect(all.hit5).toBeGreaterThanOrEqual(floor.hit5);
    expect(all.ndcg10).toBeGreaterThanOrEqual(floor.ndcg10);
    const pairs = perPair(set, ours, 10);
    expect(pairs.map(({ pair }) => pair)).toEqual(["de → pl", "pl → de"]);
    for (const { mrr } of pairs) expect(mrr).toBeGreaterThanOrEqual(0.75);
  });

  test("is ranked badly by what knows no language", () => {
    expect(judge(rankByGrams(set.needs, set.offers), set.judgements).mrr).toBeLessThan(0.4);
    expect(judge(rankByWords(set.needs, set.offers), set.judgements).mrr).toBeLessThan(0.4);
  });
});

const folder = "../shared/matching";
const isThere = existsSync(`${folder}/judgements.json`);
if (!isThere) console.warn(`Skipped: the development set ${folder} is not here.`);

describe.skipIf(!isThere)("the development set", () => {
  const read = () => load(`${folder}/profiles.json`, `${folder}/judgements.json`);
  /** A third of the needs, chosen by their ids, at whose texts nobody looked who wrote the lexicon. */
  const isKeptAside = (need: string) => Array.from(need).reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) >>> 0, 7) % 3 === 0;

  test("is ranked no worse than before, the part kept aside included", () => {
    const set = read();
    const { ranked: ours } = rankOffers(set.needs, set.offers, pomostLexicon());
    const all = judge(ours, set.judgements);
    const aside = judge(ours, set.judgements.filter(({ need }) => isKeptAside(need)));
    console.info("development set", all, "kept aside", aside);
    expect(all.mrr).toBeGreaterThanOrEqual(0.9);
    expect(all.hit5).toBeGreaterThanOrEqual(0.95);
    expect(all.ndcg10).toBeGreaterThanOrEqual(0.87);
    expect(aside.mrr).toBeGreaterThanOrEqual(0.75);
  });

  test("is ranked well for each pair of languages that has more than a handful of needs", () => {
    const set = read();
    const pairs = perPair(set, rankOffers(set.needs, set.offers, pomostLexicon()).ranked, 5);
    expect(pairs.length).toBeGreaterThanOrEqual(3);
    for (const { mrr } of pairs) expect(mrr).toBeGreaterThanOrEqual(0.75);
  });

  test("is ranked badly by what knows no language", () => {
    const { needs, offers, judgements } = read();
    expect(judge(rankByGrams(needs, offers), judgements).mrr).toBeLessThan(0.4);
    expect(judge(rankByWords(needs, offers), judgements).mrr).toBeLessThan(0.4);
  });
});
