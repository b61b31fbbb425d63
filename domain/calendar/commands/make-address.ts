import { randomUUID } from "node:crypto";
import type { Actor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { ok, requirePerson, type Result } from "@/domain/result";
import { hashSecret } from "@/domain/user/commands/hash-secret";
import { db } from "@/prisma/client";
import type { AddressInput } from "../schema";

/**
 * Gives the actor a calendar address in the place of the one that the page showed, which ends at once. A form that is
 * sent twice makes one. Throws SignedOut.
 * @param tokenOf the secret of an address, by its id
 */
export async function makeAddress(actor: Actor, { seen }: AddressInput, tokenOf: (id: string) => string): Promise<Result<{ id: string }, never>> {
  const { userId } = requirePerson(actor);
  return db.$transaction(async (tx) => {
    if (seen) await tx.calendarAddress.deleteMany({ where: { userId, id: seen } });
    const id = randomUUID();
    const [made] = await tx.calendarAddress.createManyAndReturn({ data: [{ id, userId, tokenHash: hashSecret(tokenOf(id)) }], skipDuplicates: true, select: { id: true } });
    if (made) await recordAudit(tx, actor, { action: "calendar_address.make", objectType: "user", objectId: userId });
    return ok({ id: userId });
  });
}

/** Ends the calendar address that the page showed. Twice is the same as once. Throws SignedOut. */
export async function removeAddress(actor: Actor, { seen }: AddressInput): Promise<Result<{ id: string }, never>> {
  const { userId } = requirePerson(actor);
  return db.$transaction(async (tx) => {
    const { count } = seen ? await tx.calendarAddress.deleteMany({ where: { userId, id: seen } }) : { count: 0 };
    if (count > 0) await recordAudit(tx, actor, { action: "calendar_address.remove", objectType: "user", objectId: userId });
    return ok({ id: userId });
  });
}
