import { parentPort, workerData } from "node:worker_threads";
import type { Progress } from "@/domain/schedule/solver/answer";
import { certify } from "@/domain/schedule/solver/certificate";
import { repairSchedule, solve } from "@/domain/schedule/solver/solve";
import type { Message, Work } from "./message";

// The thread of solveInThread and certifyInThread: one problem, one answer. What is thrown here ends it and reaches the
// caller.
const work = workerData as Work;
const { problem, seconds, flag } = work;
const cancelled = new Int32Array(flag);
const tell = (message: Message) => parentPort?.postMessage(message, []);
const isCancelled = () => Atomics.load(cancelled, 0) !== 0;
const now = () => performance.now() / 1000;

if (work.task === "certify") {
  const end = now() + seconds;
  tell({ certificate: await certify(problem, work.answer, () => isCancelled() || now() >= end) });
} else {
  const { before, isReasonEnough } = work;
  const effort = { seconds, isReasonEnough, isCancelled, onProgress: (progress: Progress) => tell({ progress }), now };
  tell({ answer: before ? await repairSchedule(problem, before, effort) : await solve(problem, effort) });
}
