import type { Actor } from "@/domain/actor";
import { type Place, visibleTo } from "@/domain/organisation/access";
import type { Locale } from "@/domain/input";
import { requireParticipant } from "@/domain/registration/access";
import { found, requirePerson } from "@/domain/result";
import { db } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";

/** Where somebody looks for partners, and for which organisation of theirs. */
export type Viewpoint = Place & { own: { id: string; slug: string; name: string; country: string } };

/**
 * The actor's own organisation that takes part in the programme: the wanted one, otherwise the first.
 * @throws NotFound for somebody who acts for no admitted organisation, SignedOut
 */
export async function requireViewpoint(actor: Actor, programmeId: string, wanted?: string): Promise<Viewpoint> {
  const person = requirePerson(actor);
  const own = await db.organisation.findMany({
    where: {
      id: { in: person.memberships.map((membership) => membership.organisationId) },
      admissions: { some: { programmeId, state: "approved" } },
    },
    orderBy: { name: "asc" },
    select: { id: true, slug: true, name: true, country: true },
  });
  return { programmeId, own: found(own.find((organisation) => organisation.slug === wanted) ?? own[0]) };
}

/**
 * Inside an event, as one of its participants and for the organisation that they registered for.
 * @param locale language of the event's title
 * @throws NotFound for everybody else, SignedOut
 */
export async function requireEventViewpoint(actor: Actor, eventSlug: string, locale: Locale) {
  const participant = await requireParticipant(actor, eventSlug, locale);
  const { event, organisation } = participant;
  const place: Viewpoint = { programmeId: event.programmeId, eventId: event.id, own: organisation };
  return { ...participant, place };
}

/** The organisations that a viewpoint's directory holds: visible ones but the own; inside an event, those that take part. */
export function listedFor(actor: Actor, place: Viewpoint): Prisma.OrganisationWhereInput {
  const takesPart: Prisma.OrganisationWhereInput =
    place.eventId === undefined ? {} : { registrations: { some: { eventId: place.eventId, state: "approved" } } };
  const admitted = { admissions: { some: { programmeId: place.programmeId, state: "approved" as const } } };
  return { AND: [visibleTo(actor, place), admitted, takesPart, { id: { not: place.own.id } }] };
}
