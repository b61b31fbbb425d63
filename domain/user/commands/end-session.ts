import type { Actor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { NotFound, ok, requirePerson, type Result } from "@/domain/result";
import { db } from "@/prisma/client";
import { hashSecret } from "./hash-secret";

/** Ends one of the own sessions, wherever it is open. Throws NotFound (also of somebody else's), SignedOut. */
export async function endSession(actor: Actor, input: { id: string }): Promise<Result<{ id: string }, never>> {
  const { userId } = requirePerson(actor);
  return db.$transaction(async (tx) => {
    const { count } = await tx.session.deleteMany({ where: { id: input.id, userId } });
    if (count === 0) throw new NotFound("no such session of this person");
    await recordAudit(tx, actor, { action: "session.end", objectType: "session", objectId: input.id });
    return ok({ id: input.id });
  });
}

/** Ends all own sessions but the one of this cookie. Answers how many. Throws SignedOut. */
export async function endOtherSessions(actor: Actor, token: string): Promise<Result<{ count: number }, never>> {
  const { userId } = requirePerson(actor);
  return db.$transaction(async (tx) => {
    const { count } = await tx.session.deleteMany({ where: { userId, tokenHash: { not: hashSecret(token) } } });
    await recordAudit(tx, actor, { action: "session.end_others", objectType: "user", objectId: userId, details: { count } });
    return ok({ count });
  });
}

/** Ends the session of this cookie, if there is one. */
export async function signOut(token: string): Promise<void> {
  await db.session.deleteMany({ where: { tokenHash: hashSecret(token) } });
}
