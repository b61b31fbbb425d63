import type { Actor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { found, ok, refuse, requirePerson, type Result } from "@/domain/result";
import { db } from "@/prisma/client";
import type { MembershipKey } from "../schema";

/** An invitation to the address that the actor signed in with, answered or not. Throws SignedOut, NotFound. */
async function requireInvitation(actor: Actor, id: string) {
  const { email, userId } = requirePerson(actor);
  const invitation = await db.membership.findFirst({
    where: { id, email, OR: [{ userId: null }, { userId }] },
    select: { id: true, organisation: { select: { id: true, slug: true } } },
  });
  return { ...found(invitation), userId };
}

type Accepted = Result<{ slug: string }, "already_member">;

/**
 * Accepts an invitation; accepting it twice has the effect of once.
 * Refusals: "already_member" where the actor is in the organisation with another address; the invitation is then gone.
 * Throws SignedOut, NotFound.
 */
export async function acceptInvitation(actor: Actor, { membership: id }: MembershipKey): Promise<Accepted> {
  const { organisation, userId } = await requireInvitation(actor, id);
  return db.$transaction(async (tx): Promise<Accepted> => {
    await tx.$queryRaw`SELECT 1 FROM "Organisation" WHERE "id" = ${organisation.id}::uuid FOR NO KEY UPDATE`;
    const elsewhere = { organisationId: organisation.id, userId, id: { not: id } };
    if ((await tx.membership.count({ where: { ...elsewhere, state: "active" } })) > 0) {
      await tx.membership.deleteMany({ where: { id, state: "invited" } });
      return refuse("already_member");
    }
    // An own request from another address has become pointless.
    await tx.membership.deleteMany({ where: { ...elsewhere, state: "requested" } });
    const { count } = await tx.membership.updateMany({ where: { id, state: "invited" }, data: { state: "active", userId } });
    if (count > 0) {
      await recordAudit(tx, actor, { action: "membership.accept", objectType: "membership", objectId: id, organisationId: organisation.id });
    }
    return ok({ slug: organisation.slug });
  });
}

/** Turns an invitation down. Throws SignedOut, NotFound. */
export async function declineInvitation(actor: Actor, { membership: id }: MembershipKey): Promise<Result<{ slug: string }, never>> {
  const { organisation } = await requireInvitation(actor, id);
  return db.$transaction(async (tx) => {
    const { count } = await tx.membership.deleteMany({ where: { id, state: "invited" } });
    if (count > 0) {
      await recordAudit(tx, actor, { action: "membership.turn_down", objectType: "membership", objectId: id, organisationId: organisation.id });
    }
    return ok({ slug: organisation.slug });
  });
}
