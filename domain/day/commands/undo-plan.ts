import type { Actor } from "@/domain/actor";
import { forgetAbsence } from "@/domain/attendance/commands";
import { recordAudit } from "@/domain/audit/commands";
import { requireModerator } from "@/domain/event/access";
import type { InsideEvent } from "@/domain/event/schema";
import { endMeetings, lockEvent } from "@/domain/meeting/commands";
import { found, ok, Refusal, refuse, settle, type Result } from "@/domain/result";
import { replacePlacements, type Step } from "@/domain/schedule/commands/apply-repair";
import { releaseDraft, type ReleaseRefusal } from "@/domain/schedule/commands/release-schedule";
import { loadDraft, type LoadedDraft } from "@/domain/schedule/queries/load-draft";
import { isInForce, loadLatest } from "@/domain/schedule/queries/load-release";
import type { Entry } from "@/domain/schedule/schema";
import { isSoundRepair, repairDraft } from "@/domain/schedule/solver/repair-draft";
import { db, type Tx } from "@/prisma/client";
import { changeableFrom } from "../rules";
import type { UndoDayInput } from "../schema";
import { unlock } from "./apply-plan";
import { type DayChange, parseDayChange } from "./day-change";

export type UndoRefusal = ReleaseRefusal | "nothing_to_restore" | "not_released";
/** How many meetings are as they were before, and how many could not be brought back. */
type Undone = { restored: number; left: number };

/** The person is expected again, or the room open. */
async function undoCause(tx: Tx, actor: Actor, event: InsideEvent, { kind, of }: DayChange): Promise<void> {
  if (kind === "room") {
    await tx.room.updateMany({ where: { id: of, eventId: event.id }, data: { isClosed: false } });
    return;
  }
  await forgetAbsence(tx, actor, { eventId: event.id, registrationId: of });
}

type Back = { entries: Entry[]; removed: string[] };

/** One step taken back. */
function invert({ meetingId, before }: Step): Back {
  return before ? { entries: [{ meetingId, ...before }], removed: [] } : { entries: [], removed: [meetingId] };
}

/** Those of the steps that can still be taken back: all together, or one after the other. What nobody has touched since comes in question. */
function chooseSteps(draft: LoadedDraft, steps: readonly Step[], from: Date): Step[] {
  const version = new Map(draft.placements.map((placement) => [placement.meetingId, placement.version]));
  const untouched = steps.filter((step) => (version.get(step.meetingId) ?? null) === step.version);
  const isSound = (on: LoadedDraft, back: Back) => isSoundRepair(unlock(on, back), back, from);
  const all = untouched.map(invert);
  if (isSound(draft, { entries: all.flatMap(({ entries }) => entries), removed: all.flatMap(({ removed }) => removed) })) return untouched;
  // Places are left before others take them.
  const ordered = untouched.toSorted((one, other) => Number(one.before !== null) - Number(other.before !== null));
  const chosen: Step[] = [];
  let { placements } = draft;
  for (const step of ordered) {
    const [now, back] = [Object.assign({}, draft, { placements }), invert(step)];
    if (!isSound(now, back)) continue;
    ({ placements } = repairDraft(now, back));
    chosen.push(step);
  }
  return chosen;
}

async function undo(tx: Tx, actor: Actor, event: InsideEvent, repair: { id: string; change: DayChange }): Promise<Result<Undone, UndoRefusal>> {
  const { change } = repair;
  const done = await tx.auditEntry.findFirst({ where: { objectType: "repair", objectId: repair.id, action: "day.repair_undo" }, select: { details: true } });
  if (done) return ok(done.details as Undone);
  const latest = await loadLatest(tx, event.id);
  if (!isInForce(latest)) return refuse("not_released");
  await undoCause(tx, actor, event, change);
  const before = await loadDraft(tx, event.id);
  const from = changeableFrom(before.slots, new Date());
  const open = new Set(before.slots.filter(({ startsAt }) => startsAt > from).map(({ id }) => id));
  // Whom the change had brought together need not meet any more, where that has not begun.
  const made = before.placements.filter(({ meetingId, slotId }) => change.made.includes(meetingId) && open.has(slotId)).map(({ meetingId }) => meetingId);
  const ended = await endMeetings(tx, actor, made, { by: null, reason: null });
  const draft = ended.length > 0 ? await loadDraft(tx, event.id) : before;
  const wanted = change.steps.filter(({ meetingId }) => !change.made.includes(meetingId));
  const steps = chooseSteps(draft, wanted, from);
  const restored = steps.length + ended.length;
  if (restored === 0 && change.steps.length > 0) throw new Refusal<UndoRefusal>("nothing_to_restore");
  await replacePlacements(tx, event.id, steps.map(({ meetingId }) => meetingId), steps.flatMap((step) => invert(step).entries));
  if (restored > 0) {
    const released = await releaseDraft(tx, actor, { eventId: event.id, after: latest.number, note: null, draft: await loadDraft(tx, event.id) });
    if (!released.ok) throw new Refusal<UndoRefusal>(released.reason);
  }
  const details: Undone = { restored, left: change.steps.length - restored };
  await recordAudit(tx, actor, { action: "day.repair_undo", objectType: "repair", objectId: repair.id, eventId: event.id, details });
  return ok(details);
}

/**
 * Takes a change of the day back, with what it was for: the person is expected again, the room open, and every meeting where
 * it was that can still be there, as a new version. Undone twice is undone once.
 * Refusals: "nothing_to_restore" (all of it has begun or was changed since), "not_released", "impossible", "nothing_placed",
 * "seat_taken". Throws NotFound, SignedOut.
 */
export async function undoPlan(actor: Actor, input: UndoDayInput): Promise<Result<Undone, UndoRefusal>> {
  const event = await requireModerator(actor, input.event);
  const { id, details } = found(await db.auditEntry.findFirst({ where: { id: input.repair, eventId: event.id, action: "day.repair" }, select: { id: true, details: true } }));
  return settle(db.$transaction(async (tx) => {
    await lockEvent(tx, event.id);
    return undo(tx, actor, event, { id, change: parseDayChange(details) });
  }));
}
