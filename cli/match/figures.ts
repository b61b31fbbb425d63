import { rankByGrams, rankByWords } from "@/domain/matching/baselines";
import { localeOf } from "@/domain/matching/analyse";
import { byLanguages, type Figures, judge, type Judgement } from "@/domain/matching/judge";
import { pomostLexicon } from "@/domain/matching/pomost-lexicon";
import { judgementsSchema, profilesSchema, textsOf, toJudgements } from "@/domain/matching/profiles";
import { rankOffers, type RankedText } from "@/domain/matching/rank";
import { readJson, UnusableInput } from "./files";
import type { JudgeOrder } from "./options";

const heading = ["", "needs", "MRR", "Hit@5", "nDCG@10"];
const row = (name: string, { needs, mrr, hit5, ndcg10 }: Figures) => [name, String(needs), ...[mrr, hit5, ndcg10].map((value) => value.toFixed(3))];

function table(rows: readonly string[][]): string {
  const widths = heading.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)));
  return rows.map((cells) => cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join("  ")).join("\n");
}

/** A judgement of a text that is not there would count as never found. */
function requireKnown(file: string, judgements: readonly Judgement[], needs: readonly RankedText[], offers: readonly RankedText[]): void {
  const [knownNeeds, knownOffers] = [needs, offers].map((items) => new Set(items.map(({ id }) => id)));
  judgements.forEach(({ need, relevant }, index) => {
    if (!knownNeeds?.has(need)) throw new UnusableInput(`${file}: ${index}.need: no profile has a need ${need}`);
    for (const offer of relevant.keys()) {
      if (!knownOffers?.has(offer)) throw new UnusableInput(`${file}: ${index}.relevant: no profile has an offer ${offer}`);
    }
  });
}

/** What was measured on one judged file: ours over all needs first, two baselines, then ours per pair of languages. */
type Measured = { lexicon: Figures; rows: { name: string; figures: Figures }[]; version: string; concepts: number; needs: number; offers: number };

/** How good the order is, ours and that of two baselines, over all judged needs and per pair of languages. */
export function measureFile(order: JudgeOrder): Measured {
  const profiles = readJson(order.profiles, profilesSchema);
  const judgements = toJudgements(readJson(order.judgements, judgementsSchema));
  const [needs, offers] = [textsOf(profiles, "needs"), textsOf(profiles, "offers")];
  requireKnown(order.judgements, judgements, needs, offers);
  const { version, concepts } = pomostLexicon();
  const { ranked } = rankOffers(needs, offers, pomostLexicon());
  const locales = new Map([...needs, ...offers].map(({ id, text, locale }) => [id, localeOf(text, locale)]));
  const pairs = byLanguages(judgements, (id) => locales.get(id) ?? "?");
  const lexicon = judge(ranked, judgements);
  const rows = [
    { name: "lexicon", figures: lexicon },
    { name: "character TF-IDF", figures: judge(rankByGrams(needs, offers), judgements) },
    { name: "BM25", figures: judge(rankByWords(needs, offers), judgements) },
    ...[...pairs].map(([pair, own]) => ({ name: `lexicon, ${pair}`, figures: judge(ranked, own) })),
  ];
  return { lexicon, rows, version, concepts: concepts.length, needs: needs.length, offers: offers.length };
}

/** The cells of a table of what was measured, its heads first. */
export const toCells = ({ rows }: Pick<Measured, "rows">): string[][] => [heading, ...rows.map(({ name, figures }) => row(name, figures))];

/** What was measured on one judged file, as a table. */
export function judgeFile(order: JudgeOrder): string {
  const measured = measureFile(order);
  return `${table(toCells(measured))}\n\n${measured.concepts} concepts, version ${measured.version}; ${measured.needs} needs, ${measured.offers} offers.`;
}
