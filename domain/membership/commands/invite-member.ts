import type { Actor, Person } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { takePoint } from "@/domain/limit/commands";
import { enqueueMail } from "@/domain/mail/commands";
import { requireOrganisation } from "@/domain/organisation/access";
import { ok, refuse, requirePerson, type Result } from "@/domain/result";
import { db, type Tx } from "@/prisma/client";
import { type InviteMemberInput, type MembershipRole, mostInvitations } from "../schema";

type Invited = Result<{ slug: string }, "already_member" | "already_requested" | "too_many_invitations" | "too_many_attempts">;

async function tellInvited(tx: Tx, actor: Person, { id, email, organisation }: { id: string; email: string; organisation: string }) {
  // Who has an account is written to in the language of that account; the inviter does not learn which it is.
  const known = await tx.user.findUnique({ where: { email }, select: { locale: true } });
  await enqueueMail(tx, {
    kind: "membership_invited",
    key: `membership_invited/${id}`,
    to: email,
    userId: null,
    locale: known?.locale ?? actor.locale,
    params: { organisation, inviter: actor.name ?? actor.email, path: "/desk" },
    about: null,
  });
}

/** Writes an invitation, and tells whoever is invited. The caller holds the organisation's row. */
export async function openInvitation(tx: Tx, actor: Person, { email, role, organisation }: { email: string; role: MembershipRole; organisation: { id: string; name: string } }): Promise<void> {
  const { id: organisationId, name } = organisation;
  const created = await tx.membership.create({ data: { organisationId, email, role, state: "invited" }, select: { id: true } });
  await recordAudit(tx, actor, { action: "membership.invite", objectType: "membership", objectId: created.id, organisationId, details: { role } });
  await tellInvited(tx, actor, { id: created.id, email, organisation: name });
}

/**
 * Invites a colleague by e-mail; the invitation waits on the desk of whoever signs in with that address. Owners only.
 * Inviting the same address twice has the effect of once.
 * Refusals: "already_member", "already_requested" (they asked themselves: approve that), "too_many_invitations",
 * "too_many_attempts".
 * Throws SignedOut, NotFound.
 */
export async function inviteMember(actor: Actor, input: InviteMemberInput): Promise<Invited> {
  const person = requirePerson(actor);
  const { email, role } = input;
  const { id: organisationId, slug, name } = await requireOrganisation(actor, { slug: input.organisation }, "manage");
  if (!(await takePoint("invitation", person.userId))) return refuse("too_many_attempts");
  return db.$transaction(async (tx): Promise<Invited> => {
    await tx.$queryRaw`SELECT 1 FROM "Organisation" WHERE "id" = ${organisationId}::uuid FOR NO KEY UPDATE`;
    const earlier = await tx.membership.findFirst({ where: { organisationId, OR: [{ email }, { user: { email } }] }, select: { state: true } });
    if (earlier?.state === "active") return refuse("already_member");
    if (earlier?.state === "requested") return refuse("already_requested");
    if (earlier) return ok({ slug });
    const open = await tx.membership.count({ where: { organisationId, state: "invited" } });
    if (open >= mostInvitations) return refuse("too_many_invitations");
    await openInvitation(tx, person, { email, role, organisation: { id: organisationId, name } });
    return ok({ slug });
  });
}
