import { participantsOf } from "@/domain/registration/access";
import { loadElsewhere } from "@/domain/schedule/queries/load-draft";
import { commonSlots } from "@/domain/schedule/rules";
import type { Tx } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";
import type { Obstacle } from "../schema";

const speakerSelect = {
  id: true,
  userId: true,
  email: true,
  locale: true,
  organisation: { select: { id: true, slug: true, name: true, country: true } },
  availability: { select: { slotId: true } },
} satisfies Prisma.RegistrationSelect;

type Speaker = Prisma.RegistrationGetPayload<{ select: typeof speakerSelect }>;

/** Whoever registered, with the organisations that the person acts for now. */
const candidateSelect = { ...speakerSelect, user: { select: { memberships: { where: { state: "active" }, select: { organisationId: true } } } } } satisfies Prisma.RegistrationSelect;

/** Those who still act for the organisation that they registered. */
function listActive(rows: readonly Prisma.RegistrationGetPayload<{ select: typeof candidateSelect }>[]): Speaker[] {
  return rows.flatMap(({ user, ...row }) => (user.memberships.some(({ organisationId }) => organisationId === row.organisation.id) ? [row] : []));
}

/**
 * An organisation that takes part, with who would speak for it in a pairing: who registered first of those who still act
 * for it. `freeSlotIds`: slots in which that person is free. `meetings`: agreed ones of the organisation.
 */
export type EventTaker = { speaker: Speaker; freeSlotIds: string[]; meetings: number };

/** Everybody who could be paired in an event, by the organisation's id. */
export async function loadTakers(tx: Tx, event: { id: string; programmeId: string }): Promise<Map<string, EventTaker>> {
  const slots = await tx.slot.findMany({ where: { eventId: event.id }, orderBy: { number: "asc" }, select: { id: true, number: true, startsAt: true, endsAt: true } });
  const rows = await tx.registration.findMany({ where: participantsOf(event), orderBy: [{ createdAt: "asc" }, { id: "asc" }], relationLoadStrategy: "join", select: candidateSelect });
  const counts = await tx.meetingSide.groupBy({ by: ["organisationId"], where: { meeting: { eventId: event.id, state: "agreed" } }, _count: true });
  const speakers = new Map(listActive(rows).toReversed().map((row) => [row.organisation.id, row]));
  const elsewhere = await loadElsewhere(tx, event.id, [...speakers.values()].map(({ userId }) => userId), slots);
  const meetings = new Map(counts.map(({ organisationId, _count }) => [organisationId, _count]));
  return new Map([...speakers].map(([id, speaker]): [string, EventTaker] => {
    const presence = { slotIds: speaker.availability.map(({ slotId }) => slotId), elsewhereSlotIds: elsewhere.get(speaker.userId) ?? [] };
    return [id, { speaker, freeSlotIds: commonSlots([presence], slots), meetings: meetings.get(id) ?? 0 }];
  }));
}

/** What else than their past stands between two: one does not take part, has no time left, or they have none in common. */
export function judgeTime(one: EventTaker | undefined, other: EventTaker | undefined, most: number): Obstacle | null {
  if (!one || !other) return "not_there";
  if ([one, other].some(({ meetings, freeSlotIds }) => meetings >= Math.min(most, freeSlotIds.length))) return "full";
  const free = new Set(other.freeSlotIds);
  return one.freeSlotIds.some((id) => free.has(id)) ? null : "no_time";
}
