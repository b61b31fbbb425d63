import type { Answer, Progress } from "@/domain/schedule/solver/answer";
import type { Problem } from "@/domain/schedule/solver/problem";
import { writePublished } from "@/domain/schedule/solver/format/write-solution";
import { canCertify } from "@/domain/schedule/solver/verify/verify-certificate";
import { certifyInThread, solveInThread } from "@/server/solver/thread";
import { checkWritable, readProblem, writeJson } from "./files";
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

/** What became of --certificate: the file that was written, or why none was. */
type Proof = { certificate: string } | { certificate: null; certificateReason: string };

async function writeProof(problem: Problem, answer: Answer, file: string, limits: { seconds: number; signal: AbortSignal }): Promise<Proof> {
  const without = (certificateReason: string): Proof => {
    console.error(`--certificate: no proof was written: ${certificateReason}.`);
    return { certificate: null, certificateReason };
  };
  if (answer.status !== "optimal" && answer.status !== "infeasible") return without("nothing is proved that it could say");
  if (!canCertify(problem)) return without("the meetings of one slot may have different rooms or interpreters, which a certificate does not cover");
  const certificate = await certifyInThread(problem, answer, limits);
  if (!certificate) return without(limits.signal.aborted ? "the work was cancelled" : "the time was over; give it more with --seconds");
  writeJson(file, certificate);
  return { certificate: file };
}

/** Solves the problem of a file and writes what was ordered; the proof takes at most as long again. @throws UnusableInput */
export async function solveFile(order: SolveOrder): Promise<{ answer: Answer; proof: Proof | null }> {
  const { problem: given, form } = readProblem(order.file);
  const problem = { ...given, fairness: order.fairness === undefined ? given.fairness : order.fairness, seed: order.seed ?? given.seed };
  for (const file of [order.out, order.certificate]) if (file !== null) checkWritable(file);
  const isWatched = process.stderr.isTTY;
  const limits = { seconds: order.seconds, signal: cancelOnInterrupt() };
  const answer = await solveInThread(problem, null, {
    ...limits,
    // A published problem is one that can be solved or not; an event takes place in any case.
    isReasonEnough: form === "published",
    ...(isWatched && { onProgress: tellProgress }),
  });
  if (isWatched) process.stderr.write(`\r${" ".repeat(78)}\r`);
  if (order.out !== null) {
    const { placements, unplaced } = answer;
    writeJson(order.out, form === "published" ? writePublished(problem, placements) : { placements, unplaced });
  }
  return { answer, proof: order.certificate === null ? null : await writeProof(problem, answer, order.certificate, limits) };
}
