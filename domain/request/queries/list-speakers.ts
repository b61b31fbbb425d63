import type { Participant } from "@/domain/registration/access";
import { db } from "@/prisma/client";
import { speakersOf } from "../access";
import type { Speaker } from "../schema";

const freeSelect = { select: { slotId: true } } as const;

/**
 * The participant and the colleagues who take part for the same organisation, each with slots and meetings.
 * @param partnerPersonId registration of the person of the other side, for the slots that both have
 */
export async function listSpeakers({ event, organisationId }: Participant, partnerPersonId: string | null): Promise<Speaker[]> {
  const [own, theirs] = await Promise.all([
    db.registration.findMany({
      where: speakersOf(event, organisationId),
      orderBy: [{ personName: "asc" }, { id: "asc" }],
      relationLoadStrategy: "join",
      select: {
        id: true,
        personName: true,
        languages: true,
        availability: freeSelect,
        meetingSides: { where: { meeting: { state: "agreed" } }, select: { meetingId: true } },
      },
    }),
    partnerPersonId === null ? null : db.availability.findMany({ where: { registrationId: partnerPersonId }, ...freeSelect }),
  ]);
  const theirSlots = theirs && new Set(theirs.map(({ slotId }) => slotId));
  return own.map(({ availability, meetingSides, ...person }) => ({
    ...person,
    load: { freeSlots: availability.length, meetings: meetingSides.length },
    commonSlots: theirSlots && availability.filter(({ slotId }) => theirSlots.has(slotId)).length,
  }));
}
