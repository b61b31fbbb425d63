import { Worker } from "node:worker_threads";
import type { Effort } from "@/domain/pairing/solver/choose";
import type { Choice, Problem } from "@/domain/pairing/solver/problem";

/** What the thread is given to work on. */
export type PairingWork = { problem: Problem; seconds: number };

/** What the thread tells: which goal it works on, and at last its choice. */
export type PairingMessage = { goal: "missing" | "worth" } | { choice: Choice };

/** Memory of one thread: 5,000 organisations with 50 candidates each fit well. */
const maxMegabytes = 2048;

/**
 * Chooses whom to pair in a thread of its own, so that this one stays free to hear of a cancel and to say that it is alive.
 * @returns rejects with what was thrown there; where `signal` is aborted, the thread is ended and its reason thrown
 */
export async function choosePairsInThread(problem: Problem, { seconds, onGoal, signal }: Effort & { signal: AbortSignal }): Promise<Choice> {
  signal.throwIfAborted();
  const workerData: PairingWork = { problem, seconds };
  const worker = new Worker(new URL("./pairing-worker.ts", import.meta.url), {
    workerData,
    execArgv: ["--import", "tsx"],
    resourceLimits: { maxOldGenerationSizeMb: maxMegabytes },
  });
  const { promise, resolve, reject } = Promise.withResolvers<Choice>();
  const cancel = () => {
    reject(signal.reason);
    void worker.terminate();
  };
  signal.addEventListener("abort", cancel, { once: true });
  worker.on("message", (message: PairingMessage) => {
    if ("choice" in message) resolve(message.choice);
    else onGoal(message.goal);
  });
  worker.once("error", reject);
  worker.once("exit", (code) => {
    signal.removeEventListener("abort", cancel);
    reject(new Error(`the thread that pairs ended without an answer (exit code ${code})`));
  });
  return promise;
}
