import type { Actor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { ok, requirePerson, type Result } from "@/domain/result";
import { db } from "@/prisma/client";
import type { AccountInput } from "../schema";

/** Saves the own name and the language of mails. Throws SignedOut. */
export async function saveAccount(actor: Actor, { name, locale }: AccountInput): Promise<Result<{ id: string }, never>> {
  const { userId } = requirePerson(actor);
  return db.$transaction(async (tx) => {
    await tx.user.update({ where: { id: userId }, data: { name, locale }, select: { id: true } });
    await recordAudit(tx, actor, { action: "user.save", objectType: "user", objectId: userId });
    return ok({ id: userId });
  });
}
