import type { Actor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { enqueueMail } from "@/domain/mail/commands";
import { ok, refuse, type Result } from "@/domain/result";
import { db } from "@/prisma/client";
import { requireDecidableMembership } from "../access";
import type { MembershipKey } from "../schema";

type Answered = Result<{ slug: string }, "already_decided">;

function fromRequest(membership: Awaited<ReturnType<typeof requireDecidableMembership>>) {
  const { organisation, user } = membership;
  const audit = { objectType: "membership", objectId: membership.id, organisationId: organisation.id };
  return { organisation, audit, to: membership.email, locale: user?.locale ?? ("en" as const) };
}

/**
 * Lets somebody in who asked to act for the organisation: as an editor, or as its owner where it has none yet.
 * Refusals: "already_decided". Throws SignedOut, NotFound.
 */
export async function approveMembership(actor: Actor, { membership: id }: MembershipKey): Promise<Answered> {
  const { organisation, audit, to, locale } = fromRequest(await requireDecidableMembership(actor, id));
  return db.$transaction(async (tx): Promise<Answered> => {
    // Two who are let in at the same moment do not both become the first owner.
    await tx.$queryRaw`SELECT 1 FROM "Organisation" WHERE "id" = ${organisation.id}::uuid FOR NO KEY UPDATE`;
    const owners = await tx.membership.count({ where: { organisationId: organisation.id, role: "owner", state: "active" } });
    const role = owners === 0 ? "owner" : "editor";
    const { count } = await tx.membership.updateMany({ where: { id, state: "requested" }, data: { state: "active", role } });
    if (count === 0) return refuse("already_decided");
    await recordAudit(tx, actor, { ...audit, action: "membership.approve", details: { role } });
    await enqueueMail(tx, {
      kind: "membership_approved",
      key: `membership_approved/${id}`,
      to,
      userId: null,
      locale,
      params: { organisation: organisation.name, path: `/organisations/${organisation.slug}/edit` },
      about: null,
    });
    return ok({ slug: organisation.slug });
  });
}

/** Does not let somebody in who asked. Refusals: "already_decided". Throws SignedOut, NotFound. */
export async function declineMembership(actor: Actor, { membership: id }: MembershipKey): Promise<Answered> {
  const { organisation, audit, to, locale } = fromRequest(await requireDecidableMembership(actor, id));
  return db.$transaction(async (tx): Promise<Answered> => {
    const { count } = await tx.membership.deleteMany({ where: { id, state: "requested" } });
    if (count === 0) return refuse("already_decided");
    await recordAudit(tx, actor, { ...audit, action: "membership.decline" });
    await enqueueMail(tx, { kind: "membership_declined", key: `membership_declined/${id}`, to, userId: null, locale, params: { organisation: organisation.name }, about: null });
    return ok({ slug: organisation.slug });
  });
}
