import type { Answer, Progress } from "@/domain/schedule/solver/answer";
import { writePublished } from "@/domain/schedule/solver/format/write-solution";
import { solveInThread } from "@/server/solver/thread";
import { checkWritable, readProblem, UnusableInput, writeJson } from "./files";
import type { SolveOrder } from "./options";

/** One line that is written over again and again, for a person who waits. */
function tellProgress({ seconds, level, placed, breaks, bound }: Progress): void {
  const words = `${seconds.toFixed(1).padStart(6)} s  placed ${placed}  breaks ${breaks}  working on ${level}, at least ${bound}`;
  process.stderr.write(`\r${words.padEnd(78)}`);
}

/** A key that is pressed once arrives twice, from the terminal and from npm, so close to one another. */
const echoMilliseconds = 500;

/** Ctrl-C ends the work, not the program; a second one ends that, too. */
function cancelOnInterrupt(): AbortSignal {
  const controller = new AbortController();
  let first = Infinity;
  for (const name of ["SIGINT", "SIGTERM"] as const) {
    process.on(name, () => {
      if (performance.now() - first > echoMilliseconds) process.exit(130);
      first = Math.min(first, performance.now());
      controller.abort();
    });
  }
  return controller.signal;
}

/** Solves the problem of a file and writes what was ordered. @throws UnusableInput */
export async function solveFile(order: SolveOrder): Promise<Answer> {
  const { problem: given, form } = readProblem(order.file);
  const problem = { ...given, fairness: order.fairness === undefined ? given.fairness : order.fairness, seed: order.seed ?? given.seed };
  if (order.certificate !== null) throw new UnusableInput("--certificate: the solver writes no proof yet; leave it out.");
  if (order.out !== null) checkWritable(order.out);
  const isWatched = process.stderr.isTTY;
  const answer = await solveInThread(problem, null, {
    seconds: order.seconds,
    signal: cancelOnInterrupt(),
    // A published problem is one that can be solved or not; an event takes place in any case.
    isReasonEnough: form === "published",
    ...(isWatched && { onProgress: tellProgress }),
  });
  if (isWatched) process.stderr.write(`\r${" ".repeat(78)}\r`);
  if (order.out !== null) {
    const { placements, unplaced } = answer;
    writeJson(order.out, form === "published" ? writePublished(problem, placements) : { placements, unplaced });
  }
  return answer;
}
