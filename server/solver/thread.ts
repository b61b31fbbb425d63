import { Worker } from "node:worker_threads";
import type { Answer, Before, Progress } from "@/domain/schedule/solver/answer";
import type { Certificate } from "@/domain/schedule/solver/certificate";
import type { Problem } from "@/domain/schedule/solver/problem";
import type { Message, Task, Work } from "./message";

export type ThreadEffort = {
  /** How long the solver may work. */
  seconds: number;
  /** Aborted: the thread ends at once and answers with the best so far. */
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
  /** Where not all can be placed: end with the reason, without looking for the best schedule of the others. */
  isReasonEnough?: boolean;
};

/** After its time is over, or after a cancel, it has so long to hand over what it has; then it is ended. */
const graceSeconds = 30;
/** Memory of one thread: a schedule of 5,000 participants fits well. */
const maxMegabytes = 1024;

/**
 * Solves a problem in a thread of its own, so that this one stays free to hear of a cancel and to say that it is alive.
 * @param before the schedule to repair, changing as little as possible; null: solve anew
 * @returns rejects with what the solver has thrown, or where the thread ends, or has to be ended, without an answer
 */
export function solveInThread(problem: Problem, before: Before | null, effort: ThreadEffort): Promise<Answer> {
  const { onProgress, isReasonEnough = false } = effort;
  return runThread(problem, { task: "solve", before, isReasonEnough }, effort, (message, resolve: (answer: Answer) => void) => {
    if ("answer" in message) resolve(message.answer);
    else if ("progress" in message) onProgress?.(message.progress);
  });
}

/**
 * Writes the proof of an answer, in a thread of its own for the same reason.
 * @returns null where none was written, or not in time; rejects as `solveInThread` does
 */
export function certifyInThread(problem: Problem, answer: Answer, limits: Pick<ThreadEffort, "seconds" | "signal">): Promise<Certificate | null> {
  return runThread(problem, { task: "certify", answer }, limits, (message, resolve: (certificate: Certificate | null) => void) => {
    if ("certificate" in message) resolve(message.certificate);
  });
}

type Hear<T> = (message: Message, resolve: (result: T) => void) => void;

function runThread<T>(problem: Problem, task: Task, { seconds, signal }: Pick<ThreadEffort, "seconds" | "signal">, hear: Hear<T>): Promise<T> {
  const flag = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const workerData: Work = { ...task, problem, seconds, flag };
  const worker = new Worker(new URL("./worker.ts", import.meta.url), {
    workerData,
    execArgv: ["--import", "tsx"],
    resourceLimits: { maxOldGenerationSizeMb: maxMegabytes },
  });
  const endAfter = (time: number) => setTimeout(() => void worker.terminate(), Math.max(0, time) * 1000);
  let timer = endAfter(seconds + graceSeconds);
  const cancel = () => {
    Atomics.store(new Int32Array(flag), 0, 1);
    clearTimeout(timer);
    timer = endAfter(graceSeconds);
  };
  if (signal?.aborted) cancel();
  signal?.addEventListener("abort", cancel, { once: true });
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  worker.on("message", (message: Message) => hear(message, resolve));
  worker.once("error", reject);
  worker.once("exit", (code) => {
    clearTimeout(timer);
    signal?.removeEventListener("abort", cancel);
    reject(new Error(`the solver's thread ended without an answer (exit code ${code})`));
  });
  return promise;
}
