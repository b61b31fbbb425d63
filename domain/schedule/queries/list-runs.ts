import type { Actor } from "@/domain/actor";
import { requireModerator } from "@/domain/event/access";
import { db, type Tx } from "@/prisma/client";
import type { RunInfo } from "../schema";
import { runSelect, toRunInfo } from "./load-run";

const most = 10;

/** The latest runs of an event, the last one first; without those that were discarded. */
export async function loadRuns(tx: Tx, eventId: string): Promise<RunInfo[]> {
  const rows = await tx.scheduleRun.findMany({
    where: { eventId, discardedAt: null },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: most,
    select: runSelect,
  });
  return rows.map(toRunInfo);
}

/** The latest runs of an event, for its moderators; the last one first. Throws NotFound, SignedOut. */
export async function listRuns(actor: Actor, eventSlug: string): Promise<RunInfo[]> {
  const event = await requireModerator(actor, eventSlug);
  return loadRuns(db, event.id);
}
