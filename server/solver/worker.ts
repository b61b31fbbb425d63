import { parentPort, workerData } from "node:worker_threads";
import { repairSchedule, solve } from "@/domain/schedule/solver/solve";
import type { Message, Work } from "./message";

// The thread of solveInThread: one problem, one answer. What is thrown here ends it and reaches the caller.
const { problem, before, seconds, isReasonEnough, flag } = workerData as Work;
const cancelled = new Int32Array(flag);
const tell = (message: Message) => parentPort?.postMessage(message, []);
const effort = {
  seconds,
  isReasonEnough,
  isCancelled: () => Atomics.load(cancelled, 0) !== 0,
  onProgress: (progress: Extract<Message, { progress: unknown }>["progress"]) => tell({ progress }),
  now: () => performance.now() / 1000,
};
tell({ answer: before ? await repairSchedule(problem, before, effort) : await solve(problem, effort) });
