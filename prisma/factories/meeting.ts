import { db } from "../client";
import type { Prisma } from "../generated/client";
import { createMember, createOrganisation } from "./organisation";

type Registration = Partial<Omit<Prisma.RegistrationUncheckedCreateInput, "availability">> & {
  eventId: string;
  organisationId: string;
  userId: string;
  /** Ids of the free slots; all slots of the event where left out. */
  slotIds?: readonly string[];
};

/** An approved participant. */
export async function createRegistration({ slotIds, ...data }: Registration) {
  const slots = slotIds ?? (await db.slot.findMany({ where: { eventId: data.eventId }, select: { id: true } })).map((slot) => slot.id);
  return db.registration.create({
    data: {
      state: "approved",
      personName: "Alex Example",
      email: "participant@mail.example",
      locale: "en",
      languages: ["en"],
      availability: { create: slots.map((slotId) => ({ slotId })) },
      ...data,
    },
  });
}

/** An admitted organisation whose new member takes part in the event: organisation, actor and registration. `more`: what differs from others. */
export async function createParticipant(event: { id: string; programmeId: string }, country: "PL" | "DE" = "PL", more: Parameters<typeof createOrganisation>[0] = {}) {
  const organisation = await createOrganisation({
    programmeId: event.programmeId,
    country,
    region: country === "PL" ? "PL42" : "DE80",
    ...more,
  });
  const actor = await createMember(organisation.id);
  const registration = await createRegistration({ eventId: event.id, organisationId: organisation.id, userId: actor.userId });
  return { organisation, actor, registration };
}

type Participant = Awaited<ReturnType<typeof createParticipant>>;

/** A request from one participant to the other's organisation, open for a week. */
export function createRequest(requester: Participant, recipient: Participant, data: Partial<Prisma.MeetingRequestUncheckedCreateInput> = {}) {
  return db.meetingRequest.create({
    data: {
      eventId: requester.registration.eventId,
      requesterId: requester.organisation.id,
      recipientId: recipient.organisation.id,
      requesterPersonId: requester.registration.id,
      subject: "A partner for sensor networks",
      subjectLocale: "en",
      message: "We would like to talk.",
      messageLocale: "en",
      expiresAt: new Date(Date.now() + 7 * 24 * 3_600_000),
      ...data,
    },
  });
}

/** A meeting that a moderator paired. */
export function createMeeting(one: Participant, other: Participant, data: Partial<Prisma.MeetingUncheckedCreateInput> = {}) {
  const [low, high] = [one.organisation.id, other.organisation.id].toSorted();
  return db.meeting.create({
    data: {
      eventId: one.registration.eventId,
      origin: "pairing",
      subject: "Harbour software",
      subjectLocale: "en",
      lowId: low ?? "",
      highId: high ?? "",
      sides: {
        create: [one, other].map((side) => ({ organisationId: side.organisation.id, registrationId: side.registration.id })),
      },
      ...data,
    },
  });
}
