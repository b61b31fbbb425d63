import type { Actor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { holdOpenEvent, requireModerator } from "@/domain/event/access";
import { participantsOf } from "@/domain/registration/access";
import { ok, refuse, requirePerson, type Result, settle } from "@/domain/result";
import { cancelOpen } from "@/domain/run/commands";
import type { RunKey } from "@/domain/run/schema";
import { db } from "@/prisma/client";
import { requirePairing } from "../access";
import type { StartPairingInput } from "../schema";

export type StartPairingRefusal = "event_cancelled" | "already_running" | "too_few";
type Started = { id: string };

/**
 * Asks for pairs that give everybody enough meetings, as good as they can be; the worker looks for them, and nothing
 * changes before a moderator takes some.
 * Refusals: "event_cancelled", "already_running" (an event has one search at a time), "too_few" (nobody to pair). Throws NotFound, SignedOut.
 */
export async function startPairing(actor: Actor, { event: slug, least, most, reach }: StartPairingInput): Promise<Result<Started, StartPairingRefusal>> {
  const event = await requireModerator(actor, slug);
  const wanted = { least, most, isAcross: reach === "across", eventId: event.id, askedById: requirePerson(actor).userId };
  return settle(db.$transaction(async (tx): Promise<Result<Started, StartPairingRefusal>> => {
    await holdOpenEvent(tx, event.id, "share");
    const takers = await tx.organisation.findMany({ where: { registrations: { some: participantsOf(event) } }, take: 2, select: { id: true } });
    if (takers.length < 2) return refuse("too_few");
    // The database allows one open run; whoever comes second inserts nothing. The same form sent twice finds its own.
    const [run] = await tx.pairingRun.createManyAndReturn({ data: [wanted], skipDuplicates: true, select: { id: true } });
    if (!run) {
      const open = await tx.pairingRun.findFirst({ where: { ...wanted, state: { in: ["queued", "running"] } }, select: { id: true } });
      return open ? ok(open) : refuse("already_running");
    }
    await recordAudit(tx, actor, { action: "pairing_run.start", objectType: "pairing_run", objectId: run.id, eventId: event.id, details: { least, most, reach } });
    return ok(run);
  }));
}

/** Ends a search: one that waits at once, one at work within a second. One that has ended stays as it is. Throws NotFound, SignedOut. */
export async function cancelPairing(actor: Actor, input: RunKey): Promise<Result<Started, never>> {
  const { event, id } = await requirePairing(actor, input);
  return db.$transaction(async (tx) => {
    if (await cancelOpen(tx, "PairingRun", id)) await recordAudit(tx, actor, { action: "pairing_run.cancel", objectType: "pairing_run", objectId: id, eventId: event.id });
    return ok({ id });
  });
}

export type DiscardPairingRefusal = "run_unfinished";

/** Puts the proposals that are left aside. Twice is the same as once. Refusals: "event_cancelled", "run_unfinished". Throws NotFound, SignedOut. */
export async function discardPairing(actor: Actor, input: RunKey): Promise<Result<Started, DiscardPairingRefusal>> {
  const { event, id } = await requirePairing(actor, input);
  return db.$transaction(async (tx): Promise<Result<Started, DiscardPairingRefusal>> => {
    const { count } = await tx.pairingRun.updateMany({ where: { id, finishedAt: { not: null }, discardedAt: null }, data: { discardedAt: new Date() } });
    if (count > 0) {
      await recordAudit(tx, actor, { action: "pairing_run.discard", objectType: "pairing_run", objectId: id, eventId: event.id });
      return ok({ id });
    }
    const { finishedAt } = await tx.pairingRun.findUniqueOrThrow({ where: { id }, select: { finishedAt: true } });
    return finishedAt ? ok({ id }) : refuse("run_unfinished");
  });
}
