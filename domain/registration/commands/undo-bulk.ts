import type { Actor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { noteChanges } from "@/domain/calendar/commands/note-changes";
import { holdOpenEvent, requireModerator, settleOpen } from "@/domain/event/access";
import { NotFound, ok, Refusal, type Result } from "@/domain/result";
import { db, type Tx } from "@/prisma/client";
import { holdingStates, type UndoBulkInput } from "../schema";

export type UndoRefusal = "mails_gone" | "decided_since" | "places_taken" | "event_cancelled";
type Item = Awaited<ReturnType<typeof listDone>>[number];

function listDone(tx: Tx, bulkId: string) {
  return tx.registrationBulkItem.findMany({
    where: { bulkId, after: { not: null } },
    orderBy: { registrationId: "asc" },
    select: { registrationId: true, mailKey: true, isMoved: true, before: true, registration: { select: { organisationId: true } } },
  });
}

/**
 * Takes the mails out of the queue: all, or none. A worker that takes one holds its row, and whoever comes second sees what
 * the first has made of it.
 */
async function withdrawMails(tx: Tx, items: readonly Item[]): Promise<void> {
  const keys = items.flatMap(({ mailKey }) => mailKey ?? []);
  const { count } = await tx.mail.updateMany({ where: { key: { in: keys }, state: "queued", attempts: 0 }, data: { state: "outdated" } });
  if (count < keys.length) throw new Refusal<UndoRefusal>("mails_gone");
}

/** Makes registrations what they were, where each is still what the bulk has made of it. */
async function restore(tx: Tx, bulkId: string, items: readonly Item[]): Promise<void> {
  const ids = items.map(({ registrationId }) => registrationId);
  const count = await tx.$executeRaw`
    UPDATE "Registration" r SET "state" = i."before", "reason" = i."reasonBefore", "queuedAt" = i."queuedBefore"
    FROM "RegistrationBulkItem" i
    WHERE i."bulkId" = ${bulkId}::uuid AND i."registrationId" = ANY(${ids}::uuid[]) AND r."id" = i."registrationId" AND r."state" = i."after"`;
  if (count < ids.length) throw new Refusal<UndoRefusal>("decided_since");
}

/** Whether those who come back find their places: others may have registered since. */
async function checkPlaces(tx: Tx, eventId: string, back: readonly Item[]): Promise<void> {
  const { capacity } = await tx.event.findUniqueOrThrow({ where: { id: eventId }, select: { capacity: true } });
  if (capacity === null) return;
  const ids = back.map(({ registrationId }) => registrationId);
  const held = await tx.registration.count({ where: { eventId, state: { in: [...holdingStates] }, id: { notIn: ids } } });
  const wanted = back.filter(({ before }) => holdingStates.some((state) => state === before)).length;
  if (held + wanted > capacity) throw new Refusal<UndoRefusal>("places_taken");
}

/**
 * Takes a decision about several back, whole or not at all, and no mail of it is sent. Twice is the same as once.
 * Refusals: "mails_gone" (a worker has taken one of them), "decided_since" (one of the registrations is not any more
 * what the bulk has made of it), "event_cancelled", "places_taken" (others have taken the places that it freed). Throws NotFound, SignedOut.
 */
export async function undoBulk(actor: Actor, input: UndoBulkInput): Promise<Result<{ id: string }, UndoRefusal>> {
  const { id: eventId } = await requireModerator(actor, input.event);
  const { bulk: id } = input;
  return settleOpen(db.$transaction(async (tx): Promise<Result<{ id: string }, UndoRefusal>> => {
    await holdOpenEvent(tx, eventId);
    const undone = await tx.registrationBulk.updateManyAndReturn({ where: { id, eventId, undoneAt: null }, data: { undoneAt: new Date() }, select: { createdAt: true } });
    const [bulk] = undone;
    if (!bulk) {
      if ((await tx.registrationBulk.count({ where: { id, eventId } })) === 0) throw new NotFound("no such bulk of this event");
      return ok({ id });
    }
    const items = await listDone(tx, id);
    const [moved, chosen] = [items.filter(({ isMoved }) => isMoved), items.filter(({ isMoved }) => !isMoved)];
    await withdrawMails(tx, items);
    // Whoever moved up gives the places back first.
    await restore(tx, id, moved);
    await checkPlaces(tx, eventId, chosen);
    await restore(tx, id, chosen);
    const ids = items.map(({ registrationId }) => registrationId);
    await tx.consent.updateMany({ where: { registrationId: { in: ids }, withdrawnAt: bulk.createdAt }, data: { withdrawnAt: null } });
    // Nobody has been told of the change, so nobody is told that it is none.
    await noteChanges(tx, { registrationIds: ids });
    await recordAudit(tx, actor, ...items.map(({ registrationId, before, registration: { organisationId } }) => ({
      action: "registration.undo", objectType: "registration", objectId: registrationId, eventId, organisationId, details: { to: before, bulk: id },
    })));
    return ok({ id });
  }));
}
