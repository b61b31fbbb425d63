import { parseArgs } from "node:util";
import { UnusableInput } from "./files";

export const usage = `npm run match -- PROFILES.json [--out RANKING.json] [--top N]
npm run match -- --judge JUDGEMENTS.json PROFILES.json

  For each need of PROFILES.json the offers of organisations of other countries, best first, with reasons.
  --out    writes the list into a file; left out, it is printed
  --top    no more than N offers for each need; all where left out
  --judge  measures the order by judgements, beside two baselines, per pair of languages`;

export type RankOrder = { kind: "rank"; profiles: string; out: string | null; top: number };
export type JudgeOrder = { kind: "judge"; profiles: string; judgements: string };
export type Order = { kind: "help" } | RankOrder | JudgeOrder;

const refuse = (words: string) => new UnusableInput(`${words}\n\n${usage}`);

function parse(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { out: { type: "string" }, top: { type: "string" }, judge: { type: "string" }, help: { type: "boolean" } },
    });
  } catch (error) {
    throw refuse(error instanceof Error ? error.message : String(error));
  }
}

/** What the words after the command ask for. Throws UnusableInput. */
export function readOrder(words: readonly string[]): Order {
  const { values, positionals } = parse(words);
  if (values.help) return { kind: "help" };
  const [profiles] = positionals;
  if (profiles === undefined || positionals.length > 1) throw refuse("One file of profiles is wanted.");
  if (values.judge !== undefined) {
    if (values.out !== undefined || values.top !== undefined) throw refuse("--judge measures the whole order: --out and --top do not go with it.");
    return { kind: "judge", profiles, judgements: values.judge };
  }
  const top = values.top === undefined ? Number.POSITIVE_INFINITY : Number(values.top);
  if (values.top !== undefined && (!Number.isInteger(top) || top < 1)) throw refuse("--top wants a whole number from 1 on.");
  return { kind: "rank", profiles, out: values.out ?? null, top };
}
