// npm run schedule -- FILE: places the meetings of a problem and proves how good that is; with --check it judges a
// solution, with --verify a proof.
import { checkSolution } from "./schedule/check";
import { UnusableInput } from "./schedule/files";
import { readOrder, usage, type Order } from "./schedule/options";
import { exitCode, reportAnswer } from "./schedule/report";
import { solveFile } from "./schedule/solve";
import { verifyFile } from "./schedule/verify";

async function run(order: Order): Promise<number> {
  if (order.kind === "help") {
    console.log(usage);
    return 0;
  }
  if (order.kind === "check") {
    const judgement = checkSolution(order);
    console.log(JSON.stringify(judgement, null, 1));
    return judgement.ok ? 0 : 1;
  }
  if (order.kind === "verify") {
    const verdict = verifyFile(order);
    console.log(JSON.stringify(verdict));
    return verdict.proved ? 0 : 1;
  }
  const { answer, proof } = await solveFile(order);
  console.log(JSON.stringify({ ...reportAnswer(answer), ...proof }));
  return exitCode(answer);
}

try {
  process.exitCode = await run(readOrder(process.argv.slice(2)));
} catch (error) {
  // Whoever gave the input can do nothing with the lines of code in which something went wrong.
  const message = error instanceof Error ? error.message : String(error);
  console.error(error instanceof UnusableInput ? message : `This could not be solved: ${message}`);
  process.exitCode = 2;
}
