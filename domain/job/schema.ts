import { z } from "zod";

/** What comes round by itself (server/jobs/recurrence.ts says when). */
export const recurringJobs = [
  "send-reminders", "ask-ratings", "ask-cooperations", "send-links", "tell-interested", "tell-searchers", "remind-expiring", "send-digests", "expire-requests",
  "correct-entries", "mend-mails", "count-keys", "forget-sessions", "forget-import-files", "forget-notices", "forget-mails", "forget-limits",
] as const;
export type RecurringJob = (typeof recurringJobs)[number];

/** How much waits in one line: due now and since when, due later, under way; done and given up in the last day. */
export type LineState = { line: "mail" | "recurring" | "optimise"; due: number; dueSince: Date | null; later: number; active: number; done: number; failed: number };

/** A worker that was heard of in the last day. `stopped`: it said good-bye; `silent`: for a minute it has said nothing. */
export type WorkerState = { id: string; host: string; pid: number; startedAt: Date; heardAt: Date; state: "working" | "silent" | "stopped" };

export type RecurringState = { job: RecurringJob; doneAt: Date | null; failedAt: Date | null };

/** A job that failed again and again. `kind`: of its mail, where there is one; `canRetry`: somebody can still get it. */
export type DeadLetter = { id: string; kind: string | null; since: Date; error: string; canRetry: boolean };

export type QueueState = { lines: LineState[]; workers: WorkerState[]; recurring: RecurringState[]; dead: DeadLetter[]; deadCount: number };

export const deadLetterSchema = z.object({ id: z.uuid() });
export type DeadLetterKey = z.output<typeof deadLetterSchema>;
