import type { Actor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { holdOpenEvent } from "@/domain/event/access";
import { ok, refuse, type Result, settle } from "@/domain/result";
import { db, type Tx } from "@/prisma/client";
import { requirePlannedMeeting } from "../access";
import type { MoveInput, PlaceInput, RemoveInput } from "../schema";

export type EditRefusal = "event_cancelled" | "changed_meanwhile" | "meeting_gone";
type Edited = { id: string };
type Wanted = { slotId: string; roomId: string; locked: boolean };
type Stored = Wanted & { version: number };

function findPlacement(tx: Tx, meetingId: string): Promise<Stored | null> {
  return tx.placement.findUnique({ where: { meetingId }, select: { slotId: true, roomId: true, locked: true, version: true } });
}

/** A form that is sent twice finds its work done, and answers as the first time. */
function isDone(stored: Stored | null, wanted: Wanted): boolean {
  return stored !== null && stored.slotId === wanted.slotId && stored.roomId === wanted.roomId && stored.locked === wanted.locked;
}

type Edit = { action: string; id: string; eventId: string; details?: Record<string, string> };

/** Writes who changed the draft. */
function record(tx: Tx, actor: Actor, { action, id, eventId, details = {} }: Edit): Promise<void> {
  return recordAudit(tx, actor, { action: `draft.${action}`, objectType: "meeting", objectId: id, eventId, details });
}

/**
 * Gives a meeting without a place one in the draft. What stands there already is a warning, no refusal.
 * Refusals: "event_cancelled", "changed_meanwhile" (somebody has placed it elsewhere), "meeting_gone" (cancelled). Throws NotFound, SignedOut.
 */
export async function placeMeeting(actor: Actor, input: PlaceInput): Promise<Result<Edited, EditRefusal>> {
  const { event, id } = await requirePlannedMeeting(actor, input.event, input.meeting, input);
  const wanted: Wanted = { slotId: input.slot, roomId: input.room, locked: false };
  return settle(db.$transaction(async (tx) => {
    // All who write this draft pass here one after the other, a release too.
    await holdOpenEvent(tx, event.id);
    if ((await tx.meeting.count({ where: { id, state: "agreed" } })) === 0) return refuse("meeting_gone");
    const { count } = await tx.placement.createMany({ data: [{ meetingId: id, eventId: event.id, ...wanted }], skipDuplicates: true });
    if (count === 0) return isDone(await findPlacement(tx, id), wanted) ? ok({ id }) : refuse("changed_meanwhile");
    await record(tx, actor, { action: "place", id, eventId: event.id, details: { slotId: input.slot, roomId: input.room } });
    return ok({ id });
  }));
}

/** Puts a placement into the wanted state, if nobody has changed the version that the moderator saw. */
async function change(actor: Actor, input: MoveInput, action: "move" | "lock" | "unlock"): Promise<Result<Edited, EditRefusal>> {
  const { event, id } = await requirePlannedMeeting(actor, input.event, input.meeting, input);
  return settle(db.$transaction(async (tx) => {
    await holdOpenEvent(tx, event.id);
    const before = await findPlacement(tx, id);
    const locked = action === "move" ? (before?.locked ?? false) : action === "lock";
    const wanted: Wanted = { slotId: input.slot, roomId: input.room, locked };
    if (isDone(before, wanted)) return ok({ id });
    const { count } = await tx.placement.updateMany({ where: { meetingId: id, version: input.version }, data: wanted });
    if (count === 0) return refuse("changed_meanwhile");
    await record(tx, actor, { action, id, eventId: event.id, details: { slotId: input.slot, roomId: input.room } });
    return ok({ id });
  }));
}

/** Moves a placed meeting to another slot, room or both; a lock goes with it. Refusals: "event_cancelled", "changed_meanwhile". Throws NotFound, SignedOut. */
export function moveMeeting(actor: Actor, input: MoveInput): Promise<Result<Edited, EditRefusal>> {
  return change(actor, input, "move");
}

/** Keeps a meeting where it stands, at `input.slot` and `input.room`, when all are placed. Refusals: "event_cancelled", "changed_meanwhile". */
export function lockMeeting(actor: Actor, input: MoveInput): Promise<Result<Edited, EditRefusal>> {
  return change(actor, input, "lock");
}

/** Lets a meeting be moved again. Refusals: "event_cancelled", "changed_meanwhile". Throws NotFound, SignedOut. */
export function unlockMeeting(actor: Actor, input: MoveInput): Promise<Result<Edited, EditRefusal>> {
  return change(actor, input, "unlock");
}

/** Takes a meeting out of the draft, back to the pool. Refusals: "event_cancelled", "changed_meanwhile". Throws NotFound, SignedOut. */
export async function removePlacement(actor: Actor, input: RemoveInput): Promise<Result<Edited, EditRefusal>> {
  const { event, id } = await requirePlannedMeeting(actor, input.event, input.meeting);
  return settle(db.$transaction(async (tx) => {
    await holdOpenEvent(tx, event.id);
    const { count } = await tx.placement.deleteMany({ where: { meetingId: id, version: input.version } });
    if (count === 0) return (await findPlacement(tx, id)) === null ? ok({ id }) : refuse("changed_meanwhile");
    await record(tx, actor, { action: "remove", id, eventId: event.id });
    return ok({ id });
  }));
}
