import type { Tx } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";
import { pairingAnswerSchema, pairingProgressSchema, type PairingRunInfo } from "../schema";

export const pairingSelect = {
  id: true,
  state: true,
  least: true,
  most: true,
  isAcross: true,
  progress: true,
  answer: true,
  createdAt: true,
  startedAt: true,
  cancelRequestedAt: true,
  finishedAt: true,
  discardedAt: true,
  askedBy: { select: { name: true, email: true } },
} satisfies Prisma.PairingRunSelect;

export function toPairingInfo({ progress, answer, askedBy, ...run }: Prisma.PairingRunGetPayload<{ select: typeof pairingSelect }>): PairingRunInfo {
  return {
    ...run,
    progress: progress === null ? null : pairingProgressSchema.parse(progress),
    answer: answer === null ? null : pairingAnswerSchema.parse(answer),
    askedBy: askedBy?.name ?? askedBy?.email ?? null,
  };
}

const most = 10;

/** The latest searches of an event, the last one first; without those that were discarded. */
export async function loadPairings(tx: Tx, eventId: string): Promise<PairingRunInfo[]> {
  const rows = await tx.pairingRun.findMany({
    where: { eventId, discardedAt: null },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: most,
    relationLoadStrategy: "join",
    select: pairingSelect,
  });
  return rows.map(toPairingInfo);
}
