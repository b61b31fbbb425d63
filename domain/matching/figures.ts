import stored from "./figures.json";
import type { Figures } from "./judge";

/** How good the order of offers is on one judged set (docs/decisions/0042), to three places. */
export type SetFigures = { set: string; needs: number; mrr: number; hit5: number; ndcg10: number };

/** Figures of the judged sets and the lexicon that they were measured with; a day as in 2026-11-27. */
export type RecordedFigures = { lexicon: string; measuredOn: string; sets: SetFigures[] };

/** As they were recorded by `npm run bench:matching -- --record`: the judged sets are no part of a deployment. */
export const recordedFigures: RecordedFigures = stored;

const round = (value: number) => Math.round(value * 1000) / 1000;

/** Figures as they are recorded. */
export function toSetFigures(set: string, { needs, mrr, hit5, ndcg10 }: Figures): SetFigures {
  return { set, needs, mrr: round(mrr), hit5: round(hit5), ndcg10: round(ndcg10) };
}
