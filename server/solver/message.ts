import type { Answer, Before, Progress } from "@/domain/schedule/solver/answer";
import type { Problem } from "@/domain/schedule/solver/problem";

/** What a thread is given to work on. */
export type Work = {
  problem: Problem;
  /** The schedule that a repair keeps to; null: solve anew. */
  before: Before | null;
  seconds: number;
  isReasonEnough: boolean;
  /** One Int32 that both threads share; anything but 0 ends the work. */
  flag: SharedArrayBuffer;
};

/** What a thread tells: how far it is, and at last its answer. */
export type Message = { progress: Progress } | { answer: Answer };
