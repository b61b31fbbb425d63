import type { Tx } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";
import type { Entry, RunInfo } from "../schema";
import type { Answer } from "../solver/answer";
import { answerSchema, progressSchema } from "../solver/stored-answer";

/** Columns of a RunInfo; the answer, which may be long, is none of them. */
export const runSelect = {
  id: true,
  state: true,
  seconds: true,
  fairness: true,
  kept: true,
  progress: true,
  revision: true,
  createdAt: true,
  startedAt: true,
  cancelRequestedAt: true,
  finishedAt: true,
  acceptedAt: true,
  discardedAt: true,
  askedBy: { select: { name: true, email: true } },
} satisfies Prisma.ScheduleRunSelect;

/** A run's row as everybody reads it. The revision is written with the answer, so that it tells whether there is one. */
export function toRunInfo({ progress, revision, askedBy, ...run }: Prisma.ScheduleRunGetPayload<{ select: typeof runSelect }>): RunInfo {
  return {
    ...run,
    progress: progress === null ? null : progressSchema.parse(progress),
    hasAnswer: revision !== null,
    askedBy: askedBy?.name ?? askedBy?.email ?? null,
  };
}

const most = 10;

/** The latest runs of an event, the last one first; without those that were discarded. */
export async function loadRuns(tx: Tx, eventId: string): Promise<RunInfo[]> {
  const rows = await tx.scheduleRun.findMany({
    where: { eventId, discardedAt: null },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: most,
    relationLoadStrategy: "join",
    select: runSelect,
  });
  return rows.map(toRunInfo);
}

/** A run with its answer, and the answer's places as entries of a schedule. */
export type StoredRun = Pick<RunInfo, "id" | "state" | "finishedAt" | "acceptedAt" | "discardedAt"> & {
  revision: string | null;
  answer: Answer | null;
  entries: Entry[];
};

/** The run with this id, which is there. */
export async function loadAnswer(tx: Tx, id: string): Promise<StoredRun> {
  const { answer: stored, ...run } = await tx.scheduleRun.findUniqueOrThrow({
    where: { id },
    select: { id: true, state: true, revision: true, answer: true, finishedAt: true, acceptedAt: true, discardedAt: true },
  });
  const answer = stored === null ? null : answerSchema.parse(stored);
  const entries = (answer?.placements ?? []).map(({ meeting, slot, room }) => ({ meetingId: meeting, slotId: slot, roomId: room }));
  return { ...run, answer, entries };
}
