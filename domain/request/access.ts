import type { Actor } from "@/domain/actor";
import { visibleTo } from "@/domain/organisation/access";
import { type Participant, participantsOf } from "@/domain/registration/access";
import { found } from "@/domain/result";
import { db } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";
import type { Side } from "./schema";

/** Requests of one event that the participant's organisation has sent (`side` requester), received, or either. */
export function requestsOf({ event, organisationId }: Participant, side?: Side): Prisma.MeetingRequestWhereInput {
  const sent = { eventId: event.id, requesterId: organisationId };
  const received = { eventId: event.id, recipientId: organisationId };
  if (side) return side === "requester" ? sent : received;
  return { OR: [sent, received] };
}

const standingSelect = {
  id: true,
  eventId: true,
  requesterId: true,
  recipientId: true,
  requesterPersonId: true,
  recipientPersonId: true,
  subject: true,
  subjectLocale: true,
  state: true,
  expiresAt: true,
  version: true,
} satisfies Prisma.MeetingRequestSelect;

export type StoredRequest = Prisma.MeetingRequestGetPayload<{ select: typeof standingSelect }>;

/** One request that the participant's organisation stands at that side of. Throws NotFound. */
export async function requireRequest(participant: Participant, id: string, side: Side): Promise<StoredRequest> {
  return found(await db.meetingRequest.findFirst({ where: { id, ...requestsOf(participant, side) }, select: standingSelect }));
}

/** Another organisation that the participant sees in the event and that takes part in it. Throws NotFound. */
export async function requireAskable(actor: Actor, { event, organisationId }: Participant, slug: string) {
  const organisation = await db.organisation.findFirst({
    where: {
      AND: [
        { slug, id: { not: organisationId }, registrations: { some: participantsOf(event) } },
        // Who blocks us is hidden from us; whom we know from a request can still be named.
        visibleTo(actor, { programmeId: event.programmeId, eventId: event.id }),
      ],
    },
    select: { id: true, slug: true },
  });
  return found(organisation);
}

/** Approved participants of one organisation in the event, as a part of a WHERE. */
export function speakersOf(event: Participant["event"], organisationId: string): Prisma.RegistrationWhereInput {
  return { AND: [participantsOf(event), { organisationId }] };
}
