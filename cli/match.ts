// npm run match -- PROFILES.json: for each need the offers of the other country, best first; --judge measures the order.
import { UnusableInput } from "./match/files";
import { judgeFile } from "./match/figures";
import { readOrder, usage } from "./match/options";
import { rankFile } from "./match/ranking";

function run(words: readonly string[]): void {
  const order = readOrder(words);
  if (order.kind === "help") console.log(usage);
  else if (order.kind === "judge") console.log(judgeFile(order));
  else rankFile(order);
}

try {
  run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UnusableInput)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
