import { parentPort, workerData } from "node:worker_threads";
import { choosePairs } from "@/domain/pairing/solver/choose";
import type { PairingMessage, PairingWork } from "./pairing-thread";

// The thread of choosePairsInThread: one problem, one choice. What is thrown here ends it and reaches the caller.
const { problem, seconds } = workerData as PairingWork;
const tell = (message: PairingMessage) => parentPort?.postMessage(message, []);
tell({ choice: await choosePairs(problem, { seconds, onGoal: (goal) => tell({ goal }) }) });
