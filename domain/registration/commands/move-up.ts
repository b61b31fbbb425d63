import type { Actor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { noteChanges } from "@/domain/calendar/commands/note-changes";
import { enqueueMail } from "@/domain/mail/commands";
import type { Tx } from "@/prisma/client";
import { letterEventSelect } from "../access";
import { letter } from "./write-letters";

/**
 * Holds the event's places until the transaction ends. Whoever frees or adds places takes this lock before the rows
 * of registrations.
 */
export async function lockPlaces(tx: Tx, eventId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Event" WHERE "id" = ${eventId}::uuid FOR NO KEY UPDATE`;
}

/**
 * Gives free places to the first of the waiting list, in the transaction that freed them, and tells those who moved up.
 * @returns how many moved up
 */
export async function moveUp(tx: Tx, actor: Actor, eventId: string): Promise<number> {
  const moved = await tx.$queryRaw<{ id: string }[]>`SELECT move_up(${eventId}::uuid) AS "id"`;
  if (moved.length === 0) return 0;
  const registrations = await tx.registration.findMany({
    where: { id: { in: moved.map(({ id }) => id) } },
    select: { id: true, state: true, organisationId: true, userId: true, personName: true, email: true, locale: true, event: { select: letterEventSelect } },
  });
  const records = registrations.map(({ id, state, organisationId }) => ({
    action: "registration.move_up",
    objectType: "registration",
    objectId: id,
    eventId,
    organisationId,
    details: { state },
  }));
  await recordAudit(tx, actor, ...records);
  const changes = await noteChanges(tx, { registrationIds: registrations.map(({ id }) => id) });
  await enqueueMail(tx, ...registrations.map(({ event, ...reader }) => letter("registration_moved_up", event, reader, changes)));
  return moved.length;
}
