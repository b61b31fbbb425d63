import type { Ranked } from "./rank";

/** Grades of the offers that answer a need, by id of the offer. */
export type Judgement = { need: string; relevant: ReadonlyMap<string, number> };
/** Mean reciprocal rank, share of needs with an answer among the first five, and nDCG of the first ten. */
export type Figures = { needs: number; mrr: number; hit5: number; ndcg10: number };

const discounted = (grades: readonly number[]) => grades.slice(0, 10).reduce((sum, grade, index) => sum + grade / Math.log2(index + 2), 0);

function judgeOne(ranking: Ranked["ranking"], relevant: ReadonlyMap<string, number>): Omit<Figures, "needs"> {
  const grades = ranking.map(({ offer }) => relevant.get(offer.id) ?? 0);
  const first = grades.findIndex((grade) => grade > 0);
  const ideal = discounted([...relevant.values()].toSorted((a, b) => b - a));
  return { mrr: first < 0 ? 0 : 1 / (first + 1), hit5: first >= 0 && first < 5 ? 1 : 0, ndcg10: discounted(grades) / ideal };
}

/** The figures over all judged needs; a need that nobody judged counts nowhere. */
export function judge(ranked: readonly Ranked[], judgements: readonly Judgement[]): Figures {
  const byNeed = new Map(ranked.map(({ need, ranking }) => [need.id, ranking]));
  const each = judgements.map(({ need, relevant }) => judgeOne(byNeed.get(need) ?? [], relevant));
  const mean = (pick: (one: Omit<Figures, "needs">) => number) => each.reduce((sum, one) => sum + pick(one), 0) / Math.max(1, each.length);
  return { needs: each.length, mrr: mean((one) => one.mrr), hit5: mean((one) => one.hit5), ndcg10: mean((one) => one.ndcg10) };
}

/**
 * The judgements by pair of languages, "pl → de": that of the need, and that of an offer which answers it best. A need
 * with best offers in several languages stands in each pair.
 */
export function byLanguages(judgements: readonly Judgement[], localeOfText: (id: string) => string): Map<string, Judgement[]> {
  const pairs = new Map<string, Judgement[]>();
  for (const judgement of judgements) {
    const most = Math.max(...judgement.relevant.values());
    const best = [...judgement.relevant].filter(([, grade]) => grade === most).map(([offer]) => localeOfText(offer));
    for (const locale of new Set(best)) {
      const pair = `${localeOfText(judgement.need)} → ${locale}`;
      pairs.set(pair, [...(pairs.get(pair) ?? []), judgement]);
    }
  }
  return new Map([...pairs].toSorted(([a], [b]) => a.localeCompare(b)));
}
