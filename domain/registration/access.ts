import type { Actor } from "@/domain/actor";
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
};

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
  const event = found(await db.event.findUnique({ where: { slug: eventSlug }, select: insideSelect }));
  const registration = found(await db.registration.findFirst({
    where: { AND: [participantsOf(event), { userId: person.userId, organisationId: { in: organisations } }] },
    select: { id: true, organisationId: true, userId: true, personName: true, languages: true, interpreterNeeded: true },
  }));
  return { event: toInsideEvent(event, locale ?? person.locale), registration, organisationId: registration.organisationId };
}
