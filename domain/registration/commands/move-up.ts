import type { Actor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { noteChanges } from "@/domain/calendar/commands/note-changes";
import { enqueueMail } from "@/domain/mail/commands";
import type { Tx } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";
import { letterEventSelect } from "../access";
import type { RegistrationState } from "../schema";
import { held, letter } from "./write-letters";

/**
 * Holds the event's places until the transaction ends. Whoever frees or adds places takes this lock before the rows
 * of registrations.
 */
export async function lockPlaces(tx: Tx, eventId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Event" WHERE "id" = ${eventId}::uuid FOR NO KEY UPDATE`;
}

const movedSelect = {
  id: true, state: true, organisationId: true, userId: true, personName: true, email: true, locale: true, queuedAt: true, event: { select: letterEventSelect },
} satisfies Prisma.RegistrationSelect;

/** Somebody who moved up, with the mail that tells so. */
export type Moved = { id: string; state: RegistrationState; queuedAt: Date; mailKey: string };

/**
 * Gives free places to the first of the waiting list, in the transaction that freed them, and tells those who moved up.
 * @param hold seconds before which the mails are not sent
 */
export async function moveUp(tx: Tx, actor: Actor, eventId: string, hold = 0): Promise<Moved[]> {
  const moved = await tx.$queryRaw<{ id: string }[]>`SELECT move_up(${eventId}::uuid) AS "id"`;
  if (moved.length === 0) return [];
  const registrations = await tx.registration.findMany({
    where: { id: { in: moved.map(({ id }) => id) } },
    select: movedSelect,
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
  const told = registrations.map(({ event, state, queuedAt, ...reader }) => {
    const mail = held(letter("registration_moved_up", event, reader, changes), hold);
    return { mail, moved: { id: reader.id, state, queuedAt, mailKey: mail.key } };
  });
  await enqueueMail(tx, ...told.map(({ mail }) => mail));
  return told.map((one) => one.moved);
}
