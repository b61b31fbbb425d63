import { randomInt } from "node:crypto";
import { db } from "../client";
import { createRegistration } from "./meeting";
import { createStaff } from "./people";
import { createEvent, createProgramme } from "./programme";

type EventData = Omit<Parameters<typeof createEvent>[0], "programmeId" | "startsAt" | "endsAt" | "slots">;

const minute = 60_000;
const day = 24 * 60 * minute;

/** Seven slots of an afternoon on a day that no other event has: nobody is needed in two events at once. */
function ownAfternoon() {
  const startsAt = new Date(Date.UTC(2028, 0, 1, 12) + randomInt(100_000) * day);
  const slots = Array.from({ length: 7 }, (_, index) => {
    const begin = startsAt.getTime() + (15 + index * 16) * minute;
    return { number: index + 1, startsAt: new Date(begin), endsAt: new Date(begin + 14 * minute) };
  });
  return { startsAt, endsAt: new Date(startsAt.getTime() + 135 * minute), slots: { create: slots } };
}

/** An event in a programme of its own, with a moderator; nobody takes part yet. */
export async function createStage(data: Partial<EventData> = {}) {
  const programme = await createProgramme();
  const event = await createEvent({ programmeId: programme.id, ...ownAfternoon(), ...data });
  const moderator = await createStaff("moderator", programme.id, event.id);
  return { programme, event, moderator };
}

type Stage = Awaited<ReturnType<typeof createStage>>;

/** Somebody of the demo data on a stage. */
export type Player = { email: string; person: string; organisation: { id: string; name: string; slug: string }; registrationId: string };

/** People of the demo data, by their addresses, take part in the stage's event, each for the own organisation. */
export async function enterStage({ programme, event }: Stage, emails: readonly string[]): Promise<Player[]> {
  const memberships = await db.membership.findMany({
    where: { state: "active", email: { in: [...emails] } },
    select: { email: true, user: { select: { id: true, name: true } }, organisation: { select: { id: true, name: true, slug: true, languages: true } } },
  });
  const players: Player[] = [];
  for (const { email, user, organisation } of memberships) {
    if (!user) continue;
    const person = user.name ?? email;
    const { id: organisationId, languages } = organisation;
    await db.admission.create({ data: { programmeId: programme.id, organisationId, state: "approved", decidedAt: new Date() } });
    const { id } = await createRegistration({ eventId: event.id, organisationId, userId: user.id, personName: person, email, languages: [...new Set(["en", ...languages])] });
    players.push({ email, person, organisation, registrationId: id });
  }
  return players;
}

/** Addresses of the owners of so many demo organisations of a country, but not of these. */
export async function listDemoOwners(country: "PL" | "DE", count: number, except: readonly string[]): Promise<string[]> {
  const rows = await db.membership.findMany({
    where: {
      role: "owner",
      state: "active",
      email: { notIn: [...except] },
      organisation: { isDemo: true, country, admissions: { some: { programme: { slug: "pomerania" }, state: "approved" } } },
    },
    orderBy: { organisation: { slug: "asc" } },
    take: count,
    select: { email: true },
  });
  return rows.map(({ email }) => email);
}

/** The programme whose pages the portal shows at its start. */
export function getHomeProgramme() {
  return db.programme.findUniqueOrThrow({ where: { slug: "pomerania" }, select: { id: true } });
}

/** Opens the form of an event now. */
export async function openForm(eventId: string): Promise<void> {
  await db.event.update({ where: { id: eventId }, data: { registrationOpensAt: new Date() } });
}

/** Moves an event so near that its meeting link is out. */
export async function letLinkOut(eventId: string): Promise<void> {
  const { startsAt } = await db.event.findUniqueOrThrow({ where: { id: eventId } });
  await db.event.update({ where: { id: eventId }, data: { linkDaysBefore: Math.ceil((startsAt.getTime() - Date.now()) / day) + 1 } });
}
