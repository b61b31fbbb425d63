import type { Actor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { holdOpenEvent } from "@/domain/event/access";
import { ok, refuse, type Result, settle } from "@/domain/result";
import type { RunKey } from "@/domain/run/schema";
import { db, type Tx } from "@/prisma/client";
import { requireRun } from "../access";
import { loadDraft, type LoadedDraft } from "../queries/load-draft";
import { loadAnswer, type StoredRun } from "../queries/load-run";
import { compareVersions } from "../rules";
import type { Entry } from "../schema";
import { listProposed } from "../solver/from-draft";

export type AcceptRefusal = "event_cancelled" | "changed_meanwhile" | "run_unfinished" | "run_discarded" | "nothing_found";
export type DiscardRefusal = "event_cancelled" | "run_unfinished" | "run_accepted";
type Decided = { id: string };

/** All slots and rooms of the answer are still there. */
function isWhole({ slots, rooms }: LoadedDraft, entries: readonly Entry[]): boolean {
  const known = new Set([...slots, ...rooms].map(({ id }) => id));
  return entries.every(({ slotId, roomId }) => known.has(slotId) && known.has(roomId));
}

type Job = { eventId: string; run: StoredRun; draft: LoadedDraft };

async function writeDraft(tx: Tx, actor: Actor, { eventId, run, draft }: Job): Promise<void> {
  const changes = compareVersions(draft.placements, listProposed(draft, run.entries));
  const entries = changes.flatMap((change) => (change.kind === "gone" ? [] : [change.after]));
  await tx.placement.deleteMany({ where: { meetingId: { in: changes.map(({ meetingId }) => meetingId) } } });
  await tx.placement.createMany({ data: entries.map(({ meetingId, slotId, roomId }) => ({ meetingId, slotId, roomId, eventId })) });
  const count = (...kinds: string[]) => changes.filter(({ kind }) => kinds.includes(kind)).length;
  const details = { placed: count("new"), moved: count("moved", "room"), removed: count("gone") };
  await recordAudit(tx, actor, { action: "run.accept", objectType: "schedule_run", objectId: run.id, eventId, details });
}

/**
 * Makes a run's schedule the draft; what is locked stays. All of it or nothing, and once: again it answers the same.
 * Refusals: "event_cancelled", "changed_meanwhile" (the draft, its slots or its rooms are not what the run began from), "run_unfinished",
 * "run_discarded", "nothing_found" (it ended without a schedule). Throws NotFound, SignedOut.
 */
export async function acceptRun(actor: Actor, input: RunKey): Promise<Result<Decided, AcceptRefusal>> {
  const { event, id } = await requireRun(actor, input.event, input.run);
  return settle(db.$transaction(async (tx): Promise<Result<Decided, AcceptRefusal>> => {
    // All who write this draft pass here one after the other.
    await holdOpenEvent(tx, event.id);
    const run = await loadAnswer(tx, id);
    if (run.acceptedAt) return ok({ id });
    if (run.discardedAt) return refuse("run_discarded");
    if (!run.finishedAt) return refuse("run_unfinished");
    if (!run.answer || run.answer.status === "unknown") return refuse("nothing_found");
    const draft = await loadDraft(tx, event.id);
    if (draft.revision !== run.revision || !isWhole(draft, run.entries)) return refuse("changed_meanwhile");
    await writeDraft(tx, actor, { eventId: event.id, run, draft });
    await tx.scheduleRun.update({ where: { id }, data: { acceptedAt: new Date() } });
    return ok({ id });
  }));
}

/**
 * Puts a run's answer aside; the draft stays as it is. Twice is the same as once.
 * Refusals: "event_cancelled", "run_unfinished", "run_accepted". Throws NotFound, SignedOut.
 */
export async function discardRun(actor: Actor, input: RunKey): Promise<Result<Decided, DiscardRefusal>> {
  const { event, id } = await requireRun(actor, input.event, input.run);
  return settle(db.$transaction(async (tx): Promise<Result<Decided, DiscardRefusal>> => {
    await holdOpenEvent(tx, event.id);
    const run = await tx.scheduleRun.findUniqueOrThrow({ where: { id }, select: { finishedAt: true, acceptedAt: true, discardedAt: true } });
    if (!run.finishedAt) return refuse("run_unfinished");
    if (run.acceptedAt) return refuse("run_accepted");
    if (run.discardedAt) return ok({ id });
    await tx.scheduleRun.update({ where: { id }, data: { discardedAt: new Date() } });
    await recordAudit(tx, actor, { action: "run.discard", objectType: "schedule_run", objectId: id, eventId: event.id });
    return ok({ id });
  }));
}
