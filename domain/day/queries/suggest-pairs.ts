import { rankPartners } from "@/domain/fit/queries/rank-partners";
import { loadObstacles } from "@/domain/pairing/queries/load-obstacles";
import { pairKey } from "@/domain/pairing/rules";
import { participantsOf } from "@/domain/registration/access";
import { loadPersons } from "@/domain/schedule/queries/load-draft";
import type { Draft, DraftPerson } from "@/domain/schedule/schema";
import type { Tx } from "@/prisma/client";

/** Partners of each person that are looked at. */
const mostPartners = 8;

/** Two who are here and could meet. `fit`: 0 to 100. */
export type Suggested = { sides: readonly [DraftPerson, DraftPerson]; fit: number };

/** Everybody who is here. */
async function loadPresent(tx: Tx, event: { id: string; programmeId: string }, { slots }: Draft): Promise<DraftPerson[]> {
  const rows = await tx.registration.findMany({
    where: { AND: [participantsOf(event), { attendance: { state: "here" } }] },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    relationLoadStrategy: "join",
    select: { id: true, organisation: { select: { id: true, name: true, slug: true, country: true } } },
  });
  const persons = await loadPersons(tx, event.id, rows.map(({ id }) => id), slots);
  return rows.flatMap(({ id, organisation }) => {
    const person = persons.get(id);
    return person ? [{ ...person, organisation }] : [];
  });
}

/**
 * Whom these people of a draft would suit best of those who are here, as they are themselves, and with whom nothing has been
 * between the two in this event.
 */
export async function suggestPairs(tx: Tx, event: { id: string; programmeId: string }, draft: Draft, alone: readonly DraftPerson[]): Promise<Suggested[]> {
  const present = await loadPresent(tx, event, draft);
  const seekers = present.filter(({ id }) => alone.some((person) => person.id === id));
  if (seekers.length === 0) return [];
  const [ranked, obstacles] = await Promise.all([
    rankPartners({ programmeId: event.programmeId, eventId: event.id }, seekers.map(({ organisation }) => organisation.id), 50, { most: 50, isAcross: true }),
    loadObstacles(tx, event),
  ]);
  const byOrganisation = Map.groupBy(present, ({ organisation }) => organisation.id);
  return seekers.flatMap((seeker) => (ranked.get(seeker.organisation.id) ?? [])
    .filter(({ id }) => !obstacles.has(pairKey(seeker.organisation.id, id)))
    .flatMap(({ id, fit }): Suggested[] => (byOrganisation.get(id) ?? []).slice(0, 1).map((partner) => ({ sides: [seeker, partner], fit })))
    .slice(0, mostPartners));
}
