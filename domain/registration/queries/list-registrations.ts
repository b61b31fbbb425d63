import type { Actor } from "@/domain/actor";
import { requireModerator } from "@/domain/event/access";
import { db } from "@/prisma/client";
import { registrationStates, type RegistrationCounts, type RegistrationRow, type RegistrationState } from "../schema";

const noCounts: RegistrationCounts = { pending: 0, returned: 0, approved: 0, waiting: 0, refused: 0, cancelled: 0 };

/** How many registrations an event has in each state, for its staff. Throws NotFound, SignedOut. */
export async function countRegistrations(actor: Actor, eventSlug: string): Promise<RegistrationCounts> {
  const event = await requireModerator(actor, eventSlug);
  const groups = await db.registration.groupBy({ by: ["state"], where: { eventId: event.id }, _count: true });
  return { ...noCounts, ...Object.fromEntries(groups.map(({ state, _count }) => [state, _count])) };
}

/**
 * Registrations of an event in these states, for its staff, in the order in which they wait. Throws NotFound, SignedOut.
 * @param page from 1; `pageSize` rows each
 */
export async function listRegistrations(
  actor: Actor,
  eventSlug: string,
  { states = registrationStates, page = 1, pageSize = 1000 }: { states?: readonly RegistrationState[]; page?: number; pageSize?: number } = {},
): Promise<RegistrationRow[]> {
  const event = await requireModerator(actor, eventSlug);
  const rows = await db.registration.findMany({
    where: { eventId: event.id, state: { in: [...states] } },
    orderBy: [{ queuedAt: "asc" }, { id: "asc" }],
    skip: (page - 1) * pageSize,
    take: pageSize,
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
