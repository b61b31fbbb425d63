import { isActive } from "@/domain/registration/rules";
import { db } from "@/prisma/client";
import type { Surroundings } from "../rules";
import type { KnownPerson } from "../schema";

type Place = { id: string; programmeId: string };

async function loadOrganisations(programmeId: string): Promise<Surroundings["organisations"]> {
  const rows = await db.organisation.findMany({
    where: { admissions: { some: { programmeId, state: { not: "refused" } } } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    relationLoadStrategy: "join",
    select: {
      id: true,
      name: true,
      languages: true,
      admissions: { where: { programmeId, state: "approved" }, select: { id: true } },
      memberships: { where: { role: "owner", state: "active" }, take: 1, select: { id: true } },
    },
  });
  return rows.map(({ admissions, memberships, ...row }) => ({ ...row, isAdmitted: admissions.length > 0, hasOwner: memberships.length > 0 }));
}

/**
 * What is known of addresses: whether the person has registered for the event, with the own address or with this one, and
 * for whom the person acts. Also an invitation and a request that is not answered yet belong to somebody.
 */
async function loadPeople({ id: eventId }: Place, emails: readonly string[]): Promise<Map<string, KnownPerson>> {
  const list = { in: [...emails] };
  const [registrations, memberships] = await Promise.all([
    db.registration.findMany({ where: { eventId, OR: [{ email: list }, { user: { email: list } }] }, select: { state: true, email: true, user: { select: { email: true } } } }),
    db.membership.findMany({ where: { OR: [{ email: list }, { user: { email: list } }] }, select: { email: true, organisationId: true, user: { select: { email: true } } } }),
  ]);
  return new Map(emails.map((email) => {
    const isTheirs = (row: { email: string; user: { email: string } | null }) => row.email === email || row.user?.email === email;
    const own = registrations.filter(isTheirs);
    const ended = own.length > 0 ? "ended" : null;
    return [email, { standing: own.some(({ state }) => isActive(state)) ? "active" : ended, belongs: new Set(memberships.filter(isTheirs).map(({ organisationId }) => organisationId)) }];
  }));
}

/** Organisations and people that answers of a form are compared with. Asks for nobody's permission: the caller has. */
export async function loadSurroundings(place: Place, emails: readonly string[]): Promise<Pick<Surroundings, "organisations" | "people">> {
  const [organisations, people] = await Promise.all([loadOrganisations(place.programmeId), loadPeople(place, emails)]);
  return { organisations, people };
}
