import type { Actor } from "@/domain/actor";
import { found, requirePerson } from "@/domain/result";
import { db } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";

const organisationSelect = { id: true, slug: true, name: true } as const;

/** Organisations whose owner the actor is, by what the database holds now. */
function ownedBy(userId: string): Prisma.OrganisationWhereInput {
  return { memberships: { some: { userId, role: "owner", state: "active" } } };
}

/** Organisations that applied to a programme whose staff the actor is. */
export function staffedBy(actor: Actor): Prisma.OrganisationWhereInput {
  const duties = actor.kind === "person" ? actor.staff.filter(({ eventId }) => eventId === null) : [];
  return { admissions: { some: { programmeId: { in: duties.map(({ programmeId }) => programmeId) } } } };
}

const membershipSelect = {
  id: true,
  email: true,
  role: true,
  state: true,
  userId: true,
  user: { select: { name: true, locale: true } },
  organisation: { select: organisationSelect },
} as const satisfies Prisma.MembershipSelect;

/** A membership of an organisation that the actor owns, or the actor's own. Throws SignedOut, NotFound. */
export async function requireManagedMembership(actor: Actor, id: string) {
  const { userId } = requirePerson(actor);
  const membership = await db.membership.findFirst({ where: { id, OR: [{ userId }, { organisation: ownedBy(userId) }] }, select: membershipSelect });
  return found(membership);
}

/** A membership of an organisation that the actor owns. Throws SignedOut, NotFound. */
export async function requireOwnedMembership(actor: Actor, id: string) {
  const { userId } = requirePerson(actor);
  return found(await db.membership.findFirst({ where: { id, organisation: ownedBy(userId) }, select: membershipSelect }));
}

/** A membership that the actor may let in: as an owner, or as staff of the organisation's programme. Throws SignedOut, NotFound. */
export async function requireDecidableMembership(actor: Actor, id: string) {
  const { userId } = requirePerson(actor);
  const organisation = { OR: [ownedBy(userId), staffedBy(actor)] };
  return found(await db.membership.findFirst({ where: { id, organisation }, select: membershipSelect }));
}

/**
 * An organisation that somebody may ask to join: of the programme and not refused.
 * No more than its name and place is told. Throws SignedOut, NotFound.
 */
export async function requireJoinable(actor: Actor, programmeId: string, slug: string) {
  requirePerson(actor);
  const organisation = await db.organisation.findFirst({
    where: { slug, admissions: { some: { programmeId, state: { not: "refused" } } } },
    select: { ...organisationSelect, type: true, country: true, region: true, admissions: { where: { programmeId }, select: { id: true } } },
  });
  const { admissions, ...named } = found(organisation);
  return { ...named, admissionId: found(admissions[0]).id };
}
