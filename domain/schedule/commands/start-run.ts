import type { Actor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { holdOpenEvent, requireModerator } from "@/domain/event/access";
import { ok, refuse, requirePerson, type Result, settle } from "@/domain/result";
import { cancelOpen } from "@/domain/run/commands";
import type { RunKey } from "@/domain/run/schema";
import { db, type Tx } from "@/prisma/client";
import { requireRun } from "../access";
import type { StartRunInput } from "../schema";

export type StartRefusal = "event_cancelled" | "already_running" | "nothing_to_place";
type Started = { id: string };
type Wanted = Omit<StartRunInput, "event"> & { eventId: string; askedById: string };

/** The open run that stands in the way: the same form sent twice has found its own. */
async function answerOpen(tx: Tx, { eventId, ...wanted }: Wanted): Promise<Result<Started, StartRefusal>> {
  const run = await tx.scheduleRun.findFirst({
    where: { eventId, state: { in: ["queued", "running"] }, ...wanted },
    select: { id: true },
  });
  return run ? ok(run) : refuse("already_running");
}

/**
 * Asks for the event's meetings to be placed as well as it can be done; the worker does it, and nothing changes before
 * the answer is accepted.
 * Refusals: "event_cancelled", "already_running" (an event has one run at a time), "nothing_to_place". Throws NotFound, SignedOut.
 */
export async function startRun(actor: Actor, { event: slug, ...settings }: StartRunInput): Promise<Result<Started, StartRefusal>> {
  const event = await requireModerator(actor, slug);
  const wanted: Wanted = { ...settings, eventId: event.id, askedById: requirePerson(actor).userId };
  return settle(db.$transaction(async (tx): Promise<Result<Started, StartRefusal>> => {
    await holdOpenEvent(tx, event.id, "share");
    if ((await tx.meeting.count({ where: { eventId: event.id, state: "agreed" } })) === 0) return refuse("nothing_to_place");
    // The database allows one open run; whoever comes second inserts nothing.
    const [run] = await tx.scheduleRun.createManyAndReturn({ data: [wanted], skipDuplicates: true, select: { id: true } });
    if (!run) return answerOpen(tx, wanted);
    await recordAudit(tx, actor, { action: "run.start", objectType: "schedule_run", objectId: run.id, eventId: event.id, details: settings });
    return ok(run);
  }));
}

/**
 * Ends a run: one that waits at once, one at work within a second, with the best that it has found. One that has ended
 * stays as it is. Throws NotFound, SignedOut.
 */
export async function cancelRun(actor: Actor, input: RunKey): Promise<Result<Started, never>> {
  const { event, id } = await requireRun(actor, input.event, input.run);
  return db.$transaction(async (tx) => {
    if (await cancelOpen(tx, "ScheduleRun", id)) await recordAudit(tx, actor, { action: "run.cancel", objectType: "schedule_run", objectId: id, eventId: event.id });
    return ok({ id });
  });
}
