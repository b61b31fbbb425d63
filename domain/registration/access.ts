import type { Actor, Person } from "@/domain/actor";
import { insideSelect, toInsideEvent } from "@/domain/event/access";
import type { InsideEvent } from "@/domain/event/schema";
import type { Locale } from "@/domain/input";
import { found, requirePerson } from "@/domain/result";
import { db } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";

/** Who takes part in an event: what every page and command inside it begins with. */
export type Participant = {
  event: InsideEvent;
  registration: { id: string; organisationId: string; userId: string; personName: string; languages: string[]; interpreterNeeded: boolean };
  organisationId: string;
  organisation: { id: string; slug: string; name: string; country: string };
};

/** Columns of the event that mails about a registration name. */
export const letterEventSelect = {
  id: true,
  programmeId: true,
  slug: true,
  startsAt: true,
  timeZone: true,
  texts: { select: { locale: true, title: true } },
} satisfies Prisma.EventSelect;

export type LetterEvent = Prisma.EventGetPayload<{ select: typeof letterEventSelect }>;

/**
 * Registrations of participants that others may see and ask: approved themselves, of an organisation that the
 * event's programme has admitted. The admission is compared by the programme's id, so the caller names it.
 */
export function participantsOf(event: { id: string; programmeId: string }): Prisma.RegistrationWhereInput {
  return {
    eventId: event.id,
    state: "approved",
    organisation: { admissions: { some: { programmeId: event.programmeId, state: "approved" } } },
  };
}

/**
 * The actor as a participant of an event: the own registration is approved, its organisation is admitted to the
 * programme, and the actor still acts for that organisation. Throws NotFound (also for staff), SignedOut.
 * @param locale language of the event's title; the actor's own where left out
 */
export async function requireParticipant(actor: Actor, eventSlug: string, locale?: Locale): Promise<Participant> {
  const person = requirePerson(actor);
  const organisations = person.memberships.map((membership) => membership.organisationId);
  const event = found(await db.event.findUnique({ where: { slug: eventSlug }, relationLoadStrategy: "join", select: insideSelect }));
  const row = found(await db.registration.findFirst({
    where: { AND: [participantsOf(event), { userId: person.userId, organisationId: { in: organisations } }] },
    relationLoadStrategy: "join",
    select: {
      id: true, organisationId: true, userId: true, personName: true, languages: true, interpreterNeeded: true,
      organisation: { select: { id: true, slug: true, name: true, country: true } },
    },
  }));
  const { organisation, ...registration } = row;
  return { event: toInsideEvent(event, locale ?? person.locale), registration, organisationId: registration.organisationId, organisation };
}

/** Columns of an event that somebody is registered for. */
export const openSelect = {
  ...letterEventSelect,
  cancelledAt: true,
  registrationOpensAt: true,
  registrationClosesAt: true,
  slots: { select: { id: true } },
} satisfies Prisma.EventSelect;

/** An event that an organisation may be registered for, with whether a moderator has admitted the organisation. */
export type OpenEvent = Prisma.EventGetPayload<{ select: typeof openSelect }> & { isAdmitted: boolean };

/**
 * The event and the organisation that the person wants to register with: an own one that has been, or still waits to
 * be, admitted to the event's programme. Throws NotFound.
 */
export async function requireEligible(person: Person, eventSlug: string, organisationId: string): Promise<OpenEvent> {
  const event = found(await db.event.findUnique({ where: { slug: eventSlug }, select: openSelect }));
  const admission = found(await db.admission.findFirst({
    where: {
      programmeId: event.programmeId,
      organisationId,
      state: { not: "refused" },
      organisation: { memberships: { some: { userId: person.userId, state: "active" } } },
    },
    select: { state: true },
  }));
  return { ...event, isAdmitted: admission.state === "approved" };
}

/**
 * What the actor has registered with, in any state; the person's own also after leaving the organisation.
 * Throws NotFound, SignedOut.
 */
export async function requireOwnRegistration(actor: Actor, eventSlug: string) {
  const { userId } = requirePerson(actor);
  const own = await db.registration.findFirst({
    where: { userId, event: { slug: eventSlug } },
    select: { id: true, eventId: true, organisationId: true, state: true, event: { select: { endsAt: true, slots: { select: { id: true } } } } },
  });
  return found(own);
}

/** The person's registration for an event, if there is one. */
export function getRegistrationState(person: Person, eventId: string) {
  return db.registration.findUnique({
    where: { eventId_userId: { eventId, userId: person.userId } },
    select: { state: true, organisationId: true },
  });
}
