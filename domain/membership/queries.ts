import type { Actor } from "@/domain/actor";
import { requireOrganisation } from "@/domain/organisation/access";
import { requirePerson } from "@/domain/result";
import { db } from "@/prisma/client";
import { staffedBy } from "./access";
import type { MembershipRole, MembershipState, MemberView } from "./schema";

/** Everybody of the actor's own organisation: members, then who asks to join, then who is invited. Throws SignedOut, NotFound. */
export async function listMembers(actor: Actor, slug: string) {
  const { userId } = requirePerson(actor);
  const organisation = await requireOrganisation(actor, { slug }, "edit");
  const rows = await db.membership.findMany({
    where: { organisationId: organisation.id },
    orderBy: [{ state: "desc" }, { role: "asc" }, { createdAt: "asc" }],
    select: { id: true, email: true, role: true, state: true, userId: true, user: { select: { name: true } } },
  });
  const members: MemberView[] = rows.map(({ user, userId: memberId, ...row }) => ({ ...row, name: user?.name ?? null, isSelf: memberId === userId }));
  return { organisation, members };
}

/**
 * Who acts for an organisation and who asks to, for the staff of a programme that it applied to; for anybody else it is
 * empty. Throws SignedOut.
 */
export async function listPeople(actor: Actor, organisationId: string): Promise<Omit<MemberView, "isSelf">[]> {
  requirePerson(actor);
  const rows = await db.membership.findMany({
    where: { organisationId, state: { in: ["active", "requested"] }, organisation: staffedBy(actor) },
    orderBy: [{ role: "asc" }, { createdAt: "asc" }],
    select: { id: true, email: true, role: true, state: true, user: { select: { name: true } } },
  });
  return rows.map(({ user, ...row }) => ({ ...row, name: user?.name ?? null }));
}

/** What the actor has to do with organisations: acts for, is invited to, asks to join. */
export type OwnMembership = {
  id: string;
  role: MembershipRole;
  state: MembershipState;
  organisation: { id: string; slug: string; name: string; country: string; region: string };
};

/** The actor's memberships, invitations to the address that they signed in with, and requests; by name. Throws SignedOut. */
export async function listOwnMemberships(actor: Actor): Promise<OwnMembership[]> {
  const { userId, email } = requirePerson(actor);
  return db.membership.findMany({
    where: { OR: [{ userId }, { email, state: "invited" }] },
    orderBy: { organisation: { name: "asc" } },
    select: { id: true, role: true, state: true, organisation: { select: { id: true, slug: true, name: true, country: true, region: true } } },
  });
}

/** How the actor stands to an organisation already; null: not at all. Throws SignedOut. */
export async function getOwnMembership(actor: Actor, organisationId: string): Promise<{ id: string; state: MembershipState } | null> {
  const { userId, email } = requirePerson(actor);
  return db.membership.findFirst({ where: { organisationId, OR: [{ userId }, { email, state: "invited" }] }, select: { id: true, state: true } });
}
