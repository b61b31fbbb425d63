import type { Actor } from "@/domain/actor";
import { requireModerator } from "@/domain/event/access";
import { db } from "@/prisma/client";
import type { RegistrationRow } from "../schema";

/** Rows that are shown at once; no event of this kind has as many. */
const most = 2000;

/** Registrations of an event, for its staff, in the order in which they came. Throws NotFound, SignedOut. */
export async function listRegistrations(actor: Actor, eventSlug: string): Promise<RegistrationRow[]> {
  const event = await requireModerator(actor, eventSlug);
  const rows = await db.registration.findMany({
    where: { eventId: event.id },
    orderBy: [{ queuedAt: "asc" }, { id: "asc" }],
    take: most,
    relationLoadStrategy: "join",
    select: {
      id: true,
      state: true,
      personName: true,
      email: true,
      locale: true,
      languages: true,
      interpreterNeeded: true,
      hopes: true,
      reason: true,
      createdAt: true,
      availability: { select: { slotId: true } },
      organisation: {
        select: {
          slug: true,
          name: true,
          country: true,
          admissions: { where: { programmeId: event.programmeId, state: "approved" }, select: { id: true } },
        },
      },
    },
  });
  return rows.map(({ availability, organisation: { admissions, ...organisation }, ...row }) => ({
    ...row,
    organisation: { ...organisation, isAdmitted: admissions.length > 0 },
    slotIds: availability.map(({ slotId }) => slotId),
  }));
}
