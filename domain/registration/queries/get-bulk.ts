import type { Actor } from "@/domain/actor";
import { requireModerator } from "@/domain/event/access";
import { db } from "@/prisma/client";
import { type BulkRefusal, bulkRefusals, type BulkView } from "../schema";

function isRefusal(code: string | null): code is BulkRefusal {
  return bulkRefusals.some((known) => known === code);
}

/** When the mails leave, where all of them still wait. */
async function heldUntil(keys: readonly string[]): Promise<Date | null> {
  const mails = await db.mail.findMany({ where: { key: { in: [...keys] }, state: "queued", attempts: 0 }, select: { nextAttemptAt: true } });
  const times = mails.map(({ nextAttemptAt }) => nextAttemptAt.getTime());
  return times.length === keys.length && times.length > 0 ? new Date(Math.min(...times)) : null;
}

/** The last decision about several registrations of an event; null where there is none. Throws NotFound, SignedOut. */
export async function getLastBulk(actor: Actor, eventSlug: string): Promise<BulkView | null> {
  const event = await requireModerator(actor, eventSlug);
  const bulk = await db.registrationBulk.findFirst({
    where: { eventId: event.id },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    relationLoadStrategy: "join",
    select: {
      id: true, decision: true, undoneAt: true,
      items: { orderBy: { registrationId: "asc" }, select: { after: true, refusal: true, isMoved: true, mailKey: true, registration: { select: { id: true, personName: true, organisation: { select: { name: true } } } } } },
    },
  });
  if (!bulk) return null;
  const { id, decision, undoneAt, items } = bulk;
  return {
    id,
    decision,
    isUndone: undoneAt !== null,
    heldUntil: undoneAt ? null : await heldUntil(items.flatMap(({ mailKey }) => mailKey ?? [])),
    done: items.filter(({ after, isMoved }) => after !== null && !isMoved).length,
    moved: items.filter(({ isMoved }) => isMoved).length,
    refused: items.flatMap(({ refusal, registration: { organisation, ...registration } }) => (isRefusal(refusal) ? [{ ...registration, organisation: organisation.name, refusal }] : [])),
  };
}
