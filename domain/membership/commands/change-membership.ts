import type { Actor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { classifyFault } from "@/domain/fault/rules";
import { ok, refuse, type Result } from "@/domain/result";
import { db, type Tx } from "@/prisma/client";
import { requireManagedMembership, requireOwnedMembership } from "../access";
import type { ChangeRoleInput, MembershipKey } from "../schema";

/** `isSelf`: it was the actor's own membership. */
type Changed = Result<{ slug: string; isSelf: boolean }, "last_owner">;
type Membership = Awaited<ReturnType<typeof requireOwnedMembership>>;

/** The database keeps the last owner (trigger Membership_last_owner), whoever else changes owners at that moment. */
async function unlessLastOwner(actor: Actor, membership: Membership, change: (tx: Tx) => Promise<void>): Promise<Changed> {
  try {
    await db.$transaction(change);
  } catch (error) {
    if (classifyFault(error)?.constraint === "Membership_last_owner_check") return refuse("last_owner");
    throw error;
  }
  return ok({ slug: membership.organisation.slug, isSelf: actor.kind === "person" && membership.userId === actor.userId });
}

/** Makes a member or an invited person an owner or an editor. Refusals: "last_owner". Throws SignedOut, NotFound. */
export async function changeRole(actor: Actor, { membership: id, role }: ChangeRoleInput): Promise<Changed> {
  const membership = await requireOwnedMembership(actor, id);
  return unlessLastOwner(actor, membership, async (tx) => {
    const { count } = await tx.membership.updateMany({ where: { id, role: { not: role }, state: { in: ["active", "invited"] } }, data: { role } });
    if (count === 0) return;
    await recordAudit(tx, actor, { action: "membership.role", objectType: "membership", objectId: id, organisationId: membership.organisation.id, details: { role } });
  });
}

/**
 * Ends a membership or takes an invitation or a request back: an owner anybody's, everybody the own.
 * Refusals: "last_owner". Throws SignedOut, NotFound.
 */
export async function removeMember(actor: Actor, { membership: id }: MembershipKey): Promise<Changed> {
  const membership = await requireManagedMembership(actor, id);
  return unlessLastOwner(actor, membership, async (tx) => {
    const { count } = await tx.membership.deleteMany({ where: { id } });
    if (count === 0) return;
    await recordAudit(tx, actor, { action: "membership.remove", objectType: "membership", objectId: id, organisationId: membership.organisation.id });
  });
}
