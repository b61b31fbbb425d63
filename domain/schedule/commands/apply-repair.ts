import { z } from "zod";
import type { Actor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { holdOpenEvent, requireModerator } from "@/domain/event/access";
import { found, ok, refuse, type Result, settle } from "@/domain/result";
import { db, type Tx } from "@/prisma/client";
import { loadDraft } from "../queries/load-draft";
import { compareVersions } from "../rules";
import type { ApplyRepairInput, Draft, Entry, UndoRepairInput } from "../schema";
import { isSoundRepair, repairDraft } from "../solver/repair-draft";

export type ApplyRefusal = "event_cancelled" | "changed_meanwhile" | "nothing_changed";
/** How many meetings stand elsewhere now. */
type Applied = { changed: number };

type Place = { slotId: string; roomId: string };
/** What was done to one meeting. `version`: of its placement afterwards; null where it lost it. */
export const stepSchema = z.object({
  meetingId: z.string(),
  before: z.object({ slotId: z.string(), roomId: z.string() }).nullable(),
  version: z.number().nullable(),
});
const detailsSchema = z.object({ steps: z.array(stepSchema) });
export type Step = z.output<typeof stepSchema>;

/** Gives these meetings the places of the entries, and no other. Answers the versions of the placements. */
export async function replacePlacements(tx: Tx, eventId: string, meetingIds: string[], entries: readonly Entry[]): Promise<Map<string, number>> {
  await tx.placement.deleteMany({ where: { eventId, meetingId: { in: meetingIds } } });
  const placed = await tx.placement.createManyAndReturn({
    data: entries.map(({ meetingId, slotId, roomId }) => ({ meetingId, slotId, roomId, eventId })),
    select: { meetingId: true, version: true },
  });
  return new Map(placed.map(({ meetingId, version }) => [meetingId, version]));
}

/** Where a meeting stands in a draft. */
export function placeIn({ placements }: Draft, meetingId: string): Place | null {
  const placement = placements.find((one) => one.meetingId === meetingId);
  return placement ? { slotId: placement.slotId, roomId: placement.roomId } : null;
}

/**
 * Writes a repair that the moderator has looked at into the draft, as it was shown; nothing is computed again. What it
 * replaced is kept in the audit entry, so that it can be undone. Nobody is told before the next release.
 * Refusals: "event_cancelled", "changed_meanwhile" (the draft is not the one that was repaired, or the repair would bring a new conflict
 * into it), "nothing_changed" (it holds no change). Throws NotFound, SignedOut.
 */
export async function applyRepair(actor: Actor, input: ApplyRepairInput): Promise<Result<Applied, ApplyRefusal>> {
  const event = await requireModerator(actor, input.event);
  const { entries, removed, revision } = input;
  const meetingIds = [...entries.map(({ meetingId }) => meetingId), ...removed];
  if (meetingIds.length === 0) return refuse("nothing_changed");
  return settle(db.$transaction(async (tx) => {
    // All who write this draft pass here one after the other, a release too.
    await holdOpenEvent(tx, event.id);
    const draft = await loadDraft(tx, event.id);
    const isDone = compareVersions(draft.placements, repairDraft(draft, input).placements).length === 0;
    // A form that is sent twice finds its work done, and answers as the first time.
    if (isDone) return ok({ changed: meetingIds.length });
    if (draft.revision !== revision || !isSoundRepair(draft, input, new Date())) return refuse("changed_meanwhile");
    const versions = await replacePlacements(tx, event.id, meetingIds, entries);
    const steps = meetingIds.map((meetingId): Step => ({ meetingId, before: placeIn(draft, meetingId), version: versions.get(meetingId) ?? null }));
    await recordAudit(tx, actor, { action: "draft.repair", objectType: "event", objectId: event.id, eventId: event.id, details: { steps } });
    return ok({ changed: meetingIds.length });
  }));
}

/** All that the repair wrote stands as it wrote it; the meetings that it placed back are still agreed. */
async function isUntouched(tx: Tx, eventId: string, steps: readonly Step[]): Promise<boolean> {
  const ids = steps.map(({ meetingId }) => meetingId);
  const placements = await tx.placement.findMany({ where: { eventId, meetingId: { in: ids } }, select: { meetingId: true, version: true, locked: true } });
  const now = new Map(placements.map((placement) => [placement.meetingId, placement]));
  const agreed = await tx.meeting.count({ where: { id: { in: ids }, eventId, state: "agreed" } });
  return agreed === ids.length && steps.every(({ meetingId, version }) => (now.get(meetingId)?.version ?? null) === version);
}

/**
 * Puts every meeting of a repair back where it stood before, also where that is a conflict again: all of them or none.
 * Undone twice is undone once.
 * Refusals: "event_cancelled", "changed_meanwhile" (one of them was moved, locked or cancelled since). Throws NotFound, SignedOut.
 */
export async function undoRepair(actor: Actor, input: UndoRepairInput): Promise<Result<Applied, "event_cancelled" | "changed_meanwhile">> {
  const event = await requireModerator(actor, input.event);
  const repair = found(await db.auditEntry.findFirst({
    where: { id: input.repair, eventId: event.id, action: "draft.repair" },
    select: { id: true, details: true },
  }));
  const { steps } = detailsSchema.parse(repair.details);
  return settle(db.$transaction(async (tx) => {
    await holdOpenEvent(tx, event.id);
    const undone = await tx.auditEntry.count({ where: { objectType: "repair", objectId: repair.id, action: "draft.repair_undo" } });
    if (undone > 0) return ok({ changed: steps.length });
    if (!(await isUntouched(tx, event.id, steps))) return refuse("changed_meanwhile");
    const entries = steps.flatMap(({ meetingId, before }) => (before ? [{ meetingId, ...before }] : []));
    await replacePlacements(tx, event.id, steps.map(({ meetingId }) => meetingId), entries);
    await recordAudit(tx, actor, { action: "draft.repair_undo", objectType: "repair", objectId: repair.id, eventId: event.id });
    return ok({ changed: steps.length });
  }));
}
