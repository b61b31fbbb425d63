import type { Actor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { noteChanges } from "@/domain/calendar/commands/note-changes";
import { enqueueMail } from "@/domain/mail/commands";
import { ok, refuse, type Result } from "@/domain/result";
import { db, type Tx } from "@/prisma/client";
import { letterEventSelect, requireOwnRegistration } from "../access";
import { activeStates, type CancelInput } from "../schema";
import { lockPlaces, moveUp } from "./move-up";
import { letter } from "./write-letters";

/** A participant who goes. */
export type Leaver = { id: string; eventId: string; organisationId: string };

/**
 * Ends what a leaver has begun with others: open requests and agreed meetings. These build on registrations, so
 * this comes from above (domain/request/commands/end-conversations.ts) and is never left out. It runs first: rows of
 * requests are locked before the event.
 */
export type EndConversations = (tx: Tx, actor: Actor, leaver: Leaver) => Promise<void>;

/** Withdraws every consent of a registration and lets the waiting list move up, after its place became free. */
export async function freePlace(tx: Tx, actor: Actor, leaver: Leaver): Promise<void> {
  await tx.consent.updateMany({ where: { registrationId: leaver.id, withdrawnAt: null }, data: { withdrawnAt: new Date() } });
  await moveUp(tx, actor, leaver.eventId);
}

/**
 * Cancels the actor's registration; the first of the waiting list moves up in the same transaction, open requests are
 * withdrawn and meetings cancelled. Twice is the same as once.
 * Refusals: "registration_refused" (there is nothing to cancel). Throws NotFound, SignedOut.
 */
export async function cancelRegistration(
  actor: Actor,
  input: CancelInput,
  endConversations: EndConversations,
): Promise<Result<{ id: string }, "registration_refused">> {
  const { id, eventId, organisationId, state } = await requireOwnRegistration(actor, input.event);
  if (state === "refused") return refuse("registration_refused");
  return db.$transaction(async (tx) => {
    await endConversations(tx, actor, { id, eventId, organisationId });
    await lockPlaces(tx, eventId);
    const [cancelled] = await tx.registration.updateManyAndReturn({
      where: { id, state: { in: [...activeStates] } },
      data: { state: "cancelled" },
      select: { id: true, userId: true, personName: true, email: true, locale: true },
    });
    if (!cancelled) return ok({ id });
    const event = await tx.event.findUniqueOrThrow({ where: { id: eventId }, select: letterEventSelect });
    await recordAudit(tx, actor, { action: "registration.cancel", objectType: "registration", objectId: id, eventId, organisationId });
    const changes = await noteChanges(tx, { registrationIds: [id] });
    await enqueueMail(tx, letter("registration_cancelled", event, cancelled, changes));
    await freePlace(tx, actor, { id, eventId, organisationId });
    return ok({ id });
  });
}
