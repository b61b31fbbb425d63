import type { Actor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { requireModerator } from "@/domain/event/access";
import { lockEvent } from "@/domain/meeting/commands";
import { ok, refuse, type Result } from "@/domain/result";
import { db } from "@/prisma/client";
import { loadDraft } from "../queries/load-draft";
import { compareVersions } from "../rules";
import type { PlaceAllInput } from "../schema";
import { planDraft } from "../solver/from-draft";

/** How many meetings got a place, another place, or lost theirs, and how many have none now. */
export type PlaceAllAnswer = { placed: number; moved: number; removed: number; unplaced: number };

/**
 * Places all meetings of the pool that fit into the draft and keeps what is locked. The search runs on the draft as it
 * was read; it is written only if nobody has changed it since.
 * Refusal: "changed_meanwhile". Throws NotFound, SignedOut.
 */
export async function placeAllThatFit(actor: Actor, input: PlaceAllInput): Promise<Result<PlaceAllAnswer, "changed_meanwhile">> {
  const event = await requireModerator(actor, input.event);
  const seen = await loadDraft(db, event.id);
  if (seen.revision !== input.revision) return refuse("changed_meanwhile");
  const plan = planDraft(seen);
  const movable = seen.placements.filter(({ isLocked }) => !isLocked);
  const changes = compareVersions(movable, plan);
  const count = (...kinds: string[]) => changes.filter(({ kind }) => kinds.includes(kind)).length;
  const agreed = seen.meetings.filter(({ isCancelled }) => !isCancelled).length;
  const placed = new Set([...seen.placements.filter(({ isLocked }) => isLocked), ...plan].map(({ meetingId }) => meetingId)).size;
  const answer = { placed: count("new"), moved: count("moved", "room"), removed: count("gone"), unplaced: Math.max(0, agreed - placed) };
  if (changes.length === 0) return ok(answer);
  return db.$transaction(async (tx) => {
    await lockEvent(tx, event.id);
    const now = await loadDraft(tx, event.id);
    if (now.revision !== seen.revision) return refuse("changed_meanwhile");
    // Who cancelled while the search ran keeps no place.
    const agreedNow = new Set(now.meetings.filter(({ isCancelled }) => !isCancelled).map(({ id }) => id));
    const entries = changes.flatMap((change) => (change.kind !== "gone" && agreedNow.has(change.meetingId) ? [change.after] : []));
    await tx.placement.deleteMany({ where: { meetingId: { in: changes.map(({ meetingId }) => meetingId) } } });
    await tx.placement.createMany({ data: entries.map((entry) => ({ ...entry, eventId: event.id })) });
    await recordAudit(tx, actor, { action: "draft.place_all", objectType: "event", objectId: event.id, eventId: event.id, details: answer });
    return ok(answer);
  });
}
