import type { Actor, Person } from "@/domain/actor";
import { isEventStaff, isProgrammeStaff } from "@/domain/programme/rules";
import { found, requirePerson } from "@/domain/result";
import { db } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";
import type { Relation } from "./rules";

/** Edit: every member. Manage (people, roles): owners. */
export type Right = "edit" | "manage";
type Key = { slug: string } | { id: string };

/** Ids of the organisations that the actor acts for; with "manage" those that the actor owns. */
export function ownOrganisationIds(actor: Actor, right: Right = "edit"): string[] {
  if (actor.kind === "visitor") return [];
  const memberships = actor.memberships.filter(({ role }) => right === "edit" || role === "owner");
  return memberships.map(({ organisationId }) => organisationId);
}

/**
 * The actor's own organisation. The membership is read again from the database, so that somebody who was removed
 * a moment ago is.
 * @throws SignedOut, NotFound
 */
export async function requireOrganisation(actor: Actor, key: Key, right: Right) {
  const { userId } = requirePerson(actor);
  const role: Prisma.MembershipWhereInput = right === "manage" ? { role: "owner" } : {};
  const organisation = await db.organisation.findFirst({
    where: { ...key, memberships: { some: { userId, state: "active", ...role } } },
    select: {
      id: true,
      slug: true,
      name: true,
      type: true,
      country: true,
      region: true,
      version: true,
      profileVisibility: true,
      contactVisibility: true,
      isDemo: true,
      memberships: { where: { userId }, select: { role: true } },
    },
  });
  const { memberships, ...own } = found(organisation);
  return { ...own, isOwner: memberships.some((membership) => membership.role === "owner") };
}

/** Where the reader stands: in a programme, or inside one event of it. */
export type Place = { programmeId: string; eventId?: string };

function eventsOf({ programmeId, eventId }: Place): Prisma.EventWhereInput {
  return eventId === undefined ? { programmeId } : { programmeId, id: eventId };
}

/** Let into the programme by a moderator. */
function admittedTo(programmeId: string): Prisma.OrganisationWhereInput {
  return { admissions: { some: { programmeId, state: "approved" } } };
}

/**
 * Organisations that were approved for an event for which the actor was approved, too, and that have not blocked
 * one of the actor's organisations.
 */
function sharesEventWith(actor: Person, place: Place): Prisma.OrganisationWhereInput {
  const ownIds = ownOrganisationIds(actor);
  const own: Prisma.RegistrationWhereInput = {
    userId: actor.userId,
    state: "approved",
    organisationId: { in: ownIds },
    organisation: admittedTo(place.programmeId),
  };
  return {
    registrations: { some: { state: "approved", event: { ...eventsOf(place), registrations: { some: own } } } },
    blocks: { none: { blockedId: { in: ownIds } } },
  };
}

/** Staff sees, whatever an organisation has chosen: of the programme all that applied, of the event all that registered. */
function visibleToStaff(actor: Actor, place: Place): Prisma.OrganisationWhereInput[] {
  const { programmeId, eventId } = place;
  if (isProgrammeStaff(actor, programmeId)) return [{ admissions: { some: { programmeId } } }];
  const isStaff = eventId !== undefined && isEventStaff(actor, { id: eventId, programmeId });
  return isStaff ? [{ registrations: { some: { event: eventsOf(place) } } }] : [];
}

/**
 * The organisations of a place whose profile the actor may see, as a condition for queries and lists: admitted ones
 * that are public or take part in the same event, those that the actor is staff for, and the actor's own.
 */
export function visibleTo(actor: Actor, place: Place): Prisma.OrganisationWhereInput {
  const admitted = admittedTo(place.programmeId);
  const open: Prisma.OrganisationWhereInput = { ...admitted, profileVisibility: "public" };
  if (actor.kind === "visitor") return open;
  return {
    OR: [
      open,
      { ...admitted, profileVisibility: "participants", ...sharesEventWith(actor, place) },
      ...visibleToStaff(actor, place),
      { id: { in: ownOrganisationIds(actor) } },
    ],
  };
}

/** The same across a whole programme and every event of it: for what stands on pages of all of them, such as logos. */
export function visibleAnywhere(actor: Actor, programmeId: string): Prisma.OrganisationWhereInput {
  const duties = actor.kind === "person" ? actor.staff.flatMap(({ eventId }) => eventId ?? []) : [];
  return { OR: [visibleTo(actor, { programmeId }), ...duties.flatMap((eventId) => visibleToStaff(actor, { programmeId, eventId }))] };
}

/** How the actor stands to an organisation of the place that they may see: the nearest relation counts. */
export async function getRelation(actor: Actor, organisationId: string, place: Place): Promise<Relation> {
  if (actor.kind === "visitor") return "public";
  if (ownOrganisationIds(actor).includes(organisationId)) return "member";
  const isOne = async (where: Prisma.OrganisationWhereInput) => (await db.organisation.count({ where: { AND: [{ id: organisationId }, where] } })) > 0;
  const duties = visibleToStaff(actor, place);
  if (duties.length > 0 && (await isOne({ OR: duties }))) return "moderator";
  return (await isOne(sharesEventWith(actor, place))) ? "participant" : "public";
}
