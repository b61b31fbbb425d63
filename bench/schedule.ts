// npm run bench:schedule [-- FOLDER] [--seconds N] [--seed N] [--only NAME]: every published problem, beside what its paper reports.
import { listViolations } from "../domain/schedule/solver/violations";
import type { Progress } from "../domain/schedule/solver/answer";
import { solveInThread } from "../server/solver/thread";
import { readOptions } from "./schedule/options";
import { readInstances, type Instance } from "./schedule/published";
import { conditions, median, seconds, table, writeSection } from "./schedule/record";

const options = readOptions({ seconds: 60 });
const [folder] = options.words;

async function measure({ name, problem, published }: Instance) {
  const heard: Progress[] = [];
  const begun = performance.now();
  const answer = await solveInThread({ ...problem, seed: options.seed }, null, { seconds: options.seconds, isReasonEnough: true, onProgress: (progress) => heard.push(progress) });
  const wall = (performance.now() - begun) / 1000;
  const broken = listViolations({ ...problem, seed: options.seed }, answer).map(({ rule }) => rule);
  const whole = heard.filter(({ placed }) => placed === problem.meetings.length);
  const optimum = published?.optimum ?? null;
  const near = typeof optimum === "number" ? whole.find(({ breaks }) => breaks <= optimum + 2)?.seconds : undefined;
  const early = whole.filter((progress) => progress.seconds <= 1).map(({ breaks }) => breaks);
  const isReached = optimum === "UNSAT" ? answer.status === "infeasible" : answer.status === "optimal" && (optimum === null || answer.breaks === optimum);
  console.log(`${name}: ${answer.status}, ${answer.unplaced.length} left out, ${answer.breaks} breaks (published ${optimum ?? "nothing"}), ${seconds(answer.seconds)} s${broken.length > 0 ? `, BROKEN: ${broken.join("; ")}` : ""}`);
  return { name, published, answer, wall, isReached: isReached && broken.length === 0, near: near ?? null, early: early.length > 0 ? Math.min(...early) : null };
}

type Measured = Awaited<ReturnType<typeof measure>>;

function toRow({ name, published, answer, wall, near, early }: Measured) {
  const paper = published?.maxsat;
  return [
    name, answer.status, answer.status === "infeasible" ? null : answer.breaks, published?.optimum ?? null,
    seconds(answer.seconds), seconds(wall), near === null ? null : seconds(near), early,
    paper ?? null, published?.chuffed ?? null, published?.cplex_mip ?? null, typeof paper === "number" ? (answer.seconds / paper).toFixed(1) : null,
  ];
}

const measured: Measured[] = [];
for (const instance of readInstances(folder, options.only)) measured.push(await measure(instance));

const heads = ["file", "status", "breaks", "published", "s", "s with start", "s to optimum + 2", "breaks at 1 s", "MaxSAT s", "Chuffed s", "CPLEX s", "ratio to MaxSAT"];
const times = measured.map(({ answer }) => answer.seconds);
const reached = measured.filter(({ isReached }) => isReached).length;
const summary = `${reached} of ${measured.length} proved as published; median ${seconds(median(times))} s, slowest ${seconds(Math.max(...times))} s. The last columns are the paper's, on its machine (Xeon E3-1220v2, limit 7,200 s).`;
const text = `${conditions(options.seed, options.seconds)}\n\n${summary}\n\n${table(heads, measured.map(toRow))}`;
console.log(`\n${text}`);
if (options.isWhole) writeSection(folder === undefined ? "published" : "others", folder === undefined ? "Published problems: npm run bench:schedule" : "Other published problems: npm run bench:schedule -- FOLDER", text);
process.exit(reached === measured.length ? 0 : 1);
