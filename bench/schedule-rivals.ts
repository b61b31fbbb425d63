// npm run bench:schedule-rivals [-- FOLDER] [--seconds N] [--seed N] [--only NAME]: five published problems, with Chuffed and HiGHS in the same run.
import { solveInThread } from "../server/solver/thread";
import { runChuffed } from "./schedule/chuffed";
import { runHighs } from "./schedule/highs";
import { readOptions } from "./schedule/options";
import { readInstances } from "./schedule/published";
import { conditions, seconds, table, writeSection } from "./schedule/record";
import { toPlain, type Outcome } from "./schedule/rival";

const names = new Set(["tic-12crafc.original", "tic-13.original", "forumt-14crafe.original", "forumt-14.original", "forum-13.original"]);

const options = readOptions({ seconds: 40 });

function told({ breaks, isProved, seconds: taken }: Outcome): string {
  return `${breaks ?? "nothing"}${isProved ? ", proved" : ""}, ${seconds(taken)} s`;
}

const ratio = (other: Outcome, own: Outcome) => `${other.isProved ? "" : "> "}${(other.seconds / own.seconds).toFixed(1)}`;

const rows: string[][] = [];
for (const { name, problem } of readInstances(options.words[0], options.only)) {
  if (options.only === "" && !names.has(name)) continue;
  const begun = performance.now();
  const answer = await solveInThread({ ...problem, seed: options.seed }, null, { seconds: options.seconds });
  const own = { breaks: answer.unplaced.length > 0 ? null : answer.breaks, isProved: answer.status === "optimal" || answer.status === "infeasible", seconds: (performance.now() - begun) / 1000 };
  const plain = toPlain(problem);
  const chuffed = await runChuffed(plain, options.seconds);
  const highs = await runHighs(plain, options.seconds);
  rows.push([name, told(own), told(chuffed), told(highs), ratio(chuffed, own), ratio(highs, own)]);
  console.log(rows.at(-1)?.join("  "));
}
const note = "Time until the optimum is proved, the start of our own thread included; “>”: not proved within the limit. Chuffed and HiGHS run as WebAssembly, like our exact part, on plain models without the implied constraints of the paper.";
const text = `${conditions(options.seed, options.seconds)}\n\n${note}\n\n${table(["file", "Pomost", "Chuffed", "HiGHS", "Chuffed / Pomost", "HiGHS / Pomost"], rows)}`;
console.log(`\n${text}`);
if (options.isWhole) writeSection("rivals", "Side by side: npm run bench:schedule-rivals", text);
process.exit(0);
