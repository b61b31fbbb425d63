import type { Answer, Before, Progress } from "@/domain/schedule/solver/answer";
import type { Certificate } from "@/domain/schedule/solver/certificate";
import type { Problem } from "@/domain/schedule/solver/problem";

/** What a thread is given to work on. */
export type Work = Task & {
  problem: Problem;
  seconds: number;
  /** One Int32 that both threads share; anything but 0 ends the work. */
  flag: SharedArrayBuffer;
};

export type Task =
  /** `before` is the schedule that a repair keeps to; null: solve anew. */
  | { task: "solve"; before: Before | null; isReasonEnough: boolean }
  | { task: "certify"; answer: Answer };

/** What a thread tells: how far it is, and at last its answer, or the proof of one. */
export type Message = { progress: Progress } | { answer: Answer } | { certificate: Certificate | null };
