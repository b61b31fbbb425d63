import type { Actor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { NotFound, ok, refuse, requirePerson, type Result } from "@/domain/result";
import { db } from "@/prisma/client";

/** An account at an OpenID Connect issuer. Both together say who it is; its e-mail address does not. */
export type IdentityKey = { issuer: string; subject: string };

/**
 * Lets the owner of an account at an issuer sign in as this person from now on. Linking it twice changes nothing.
 * Refusals: "linked_elsewhere" where it opens somebody else's account. Throws SignedOut.
 */
export async function linkIdentity(actor: Actor, { issuer, subject }: IdentityKey): Promise<Result<IdentityKey, "linked_elsewhere">> {
  const { userId } = requirePerson(actor);
  return db.$transaction(async (tx) => {
    const { count } = await tx.identity.createMany({ data: [{ issuer, subject, userId }], skipDuplicates: true });
    const own = await tx.identity.count({ where: { issuer, subject, userId } });
    if (own === 0) return refuse("linked_elsewhere");
    if (count > 0) await recordAudit(tx, actor, { action: "identity.link", objectType: "user", objectId: userId, details: { issuer } });
    return ok({ issuer, subject });
  });
}

/** Takes the way in through an account at an issuer away again. Throws NotFound, SignedOut. */
export async function unlinkIdentity(actor: Actor, { issuer, subject }: IdentityKey): Promise<Result<IdentityKey, never>> {
  const { userId } = requirePerson(actor);
  return db.$transaction(async (tx) => {
    const { count } = await tx.identity.deleteMany({ where: { issuer, subject, userId } });
    if (count === 0) throw new NotFound("no such identity of this person");
    await recordAudit(tx, actor, { action: "identity.unlink", objectType: "user", objectId: userId, details: { issuer } });
    return ok({ issuer, subject });
  });
}
