import type { Actor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { requireModerator } from "@/domain/event/access";
import type { PresenceInput } from "@/domain/interpreter/schema";
import { lockEvent } from "@/domain/meeting/commands";
import { found, ok, refuse, type Result } from "@/domain/result";
import { db, type Tx } from "@/prisma/client";
import { nameReplacements } from "../queries/get-interpreting";
import { loadDraft } from "../queries/load-draft";
import { loadSeated } from "../queries/load-release";
import { planReplacements } from "../rules";
import type { Draft, Replacement } from "../schema";

/** How many meetings have another interpreter now, and how many none. */
type Replaced = { changed: number; without: number };

async function replaceInterpreters(tx: Tx, { slots }: Draft, replacements: readonly Replacement[]): Promise<void> {
  await tx.seat.deleteMany({ where: { resourceKind: "interpreter", meetingId: { in: replacements.map(({ meetingId }) => meetingId) } } });
  const taken = replacements.flatMap(({ meetingId, slotId, afterId }) => {
    const slot = slots.find(({ id }) => id === slotId);
    return slot && afterId !== null ? [{ meetingId, slotId, resourceKind: "interpreter" as const, resourceId: afterId, startsAt: slot.startsAt, endsAt: slot.endsAt }] : [];
  });
  await tx.seat.createMany({ data: taken });
}

async function change(actor: Actor, input: PresenceInput, presence: "away" | "there"): Promise<Result<Replaced, "changed_meanwhile">> {
  const event = await requireModerator(actor, input.event);
  return db.$transaction(async (tx): Promise<Result<Replaced, "changed_meanwhile">> => {
    // Whoever places, releases or cancels in this event waits here, or has been before.
    await lockEvent(tx, event.id);
    const { id, awayFrom } = found(await tx.interpreter.findFirst({ where: { id: input.id, eventId: event.id }, select: { id: true, awayFrom: true } }));
    // A form that is sent twice finds its work done.
    if ((awayFrom !== null) === (presence === "away")) return ok({ changed: 0, without: 0 });
    const now = new Date();
    const [draft, seated] = [await loadDraft(tx, event.id), await loadSeated(tx, event.id)];
    const replacements = planReplacements(draft, seated, { id, presence, now });
    if (nameReplacements(replacements) !== input.seen) return refuse("changed_meanwhile");
    await tx.interpreter.update({ where: { id }, data: { awayFrom: presence === "away" ? now : null, version: { increment: 1 } } });
    await replaceInterpreters(tx, draft, replacements);
    const without = replacements.filter(({ afterId }) => afterId === null).length;
    await recordAudit(tx, actor, {
      action: `interpreter.${presence}`, objectType: "interpreter", objectId: id, programmeId: event.programmeId, eventId: event.id,
      details: { changed: replacements.length, without },
    });
    return ok({ changed: replacements.length, without });
  });
}

/**
 * An interpreter is missing from now on: the meetings that have not begun are given to others as the moderator has seen
 * it, with the fewest changes, at once and in the schedule that is out.
 * Refusals: "changed_meanwhile" (what was seen is not what would happen now). Throws NotFound, SignedOut.
 */
export function takeOutInterpreter(actor: Actor, input: PresenceInput): Promise<Result<Replaced, "changed_meanwhile">> {
  return change(actor, input, "away");
}

/**
 * An interpreter is there again, and takes meetings that nobody translates; what others have they keep.
 * Refusals: "changed_meanwhile". Throws NotFound, SignedOut.
 */
export function bringBackInterpreter(actor: Actor, input: PresenceInput): Promise<Result<Replaced, "changed_meanwhile">> {
  return change(actor, input, "there");
}
