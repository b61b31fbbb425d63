import type { Actor, Person } from "@/domain/actor";
import { insideSelect, toInsideEvent } from "@/domain/event/access";
import { isLinkOut } from "@/domain/event/rules";
import { type Locale, spokenLanguages } from "@/domain/input";
import { found, requirePerson } from "@/domain/result";
import { db } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";
import { requireParticipant } from "../access";
import type { EligibleOrganisation, OwnRegistration, Prefill, Purpose, RegistrationView } from "../schema";
import { purposes } from "../schema";

function organisationSelect(programmeId: string) {
  return {
    id: true,
    name: true,
    slug: true,
    languages: true,
    admissions: { where: { programmeId }, select: { state: true } },
  } satisfies Prisma.OrganisationSelect;
}

type OrganisationRow = Prisma.OrganisationGetPayload<{ select: ReturnType<typeof organisationSelect> }>;

function toEligible({ admissions, ...organisation }: OrganisationRow): EligibleOrganisation {
  return { ...organisation, isAdmitted: admissions.some(({ state }) => state === "approved") };
}

function isPurpose(purpose: string): purpose is Purpose {
  return purposes.some((known) => known === purpose);
}

/** How many wait before this registration, and itself. */
async function positionOf({ id, eventId, queuedAt }: { id: string; eventId: string; queuedAt: Date }): Promise<number> {
  const earlier = { OR: [{ queuedAt: { lt: queuedAt } }, { queuedAt, id: { lte: id } }] };
  return db.registration.count({ where: { eventId, state: "waiting", ...earlier } });
}

async function readOwn(person: Person, event: { id: string; programmeId: string }): Promise<OwnRegistration | null> {
  const own = await db.registration.findUnique({
    where: { eventId_userId: { eventId: event.id, userId: person.userId } },
    select: {
      id: true,
      state: true,
      reason: true,
      personName: true,
      email: true,
      languages: true,
      interpreterNeeded: true,
      hopes: true,
      queuedAt: true,
      organisation: { select: organisationSelect(event.programmeId) },
      availability: { select: { slotId: true } },
      consents: { where: { withdrawnAt: null }, select: { purpose: true } },
    },
  });
  if (!own) return null;
  const { availability, consents, organisation, queuedAt, ...rest } = own;
  return {
    ...rest,
    organisation: toEligible(organisation),
    slotIds: availability.map(({ slotId }) => slotId),
    purposes: consents.map(({ purpose }) => purpose).filter(isPurpose),
    position: own.state === "waiting" ? await positionOf({ id: own.id, eventId: event.id, queuedAt }) : null,
  };
}

/** Own organisations that are on their way into the event's programme, by name. */
async function listEligible(person: Person, programmeId: string): Promise<EligibleOrganisation[]> {
  const rows = await db.organisation.findMany({
    where: {
      memberships: { some: { userId: person.userId, state: "active" } },
      admissions: { some: { programmeId, state: { not: "refused" } } },
    },
    orderBy: { name: "asc" },
    select: organisationSelect(programmeId),
  });
  return rows.map(toEligible);
}

/** What the form begins with: what was said before, otherwise what the portal knows of the person. */
function prefill(person: Person, own: OwnRegistration | null, organisations: EligibleOrganisation[], slots: { id: string }[]): Prefill {
  if (own) return own;
  const languages = organisations[0]?.languages ?? [];
  return {
    personName: person.name ?? "",
    email: person.email,
    languages: spokenLanguages.filter((language) => languages.includes(language)),
    interpreterNeeded: false,
    hopes: null,
    slotIds: slots.map(({ id }) => id),
    purposes: [],
  };
}

/**
 * The registration page of somebody who is signed in: the event, the own registration or what a new one starts with,
 * and for approved participants the link, once it is out. Throws NotFound, SignedOut.
 */
export async function getRegistrationView(actor: Actor, eventSlug: string, locale: Locale): Promise<RegistrationView> {
  const person = requirePerson(actor);
  const event = found(await db.event.findUnique({
    where: { slug: eventSlug },
    select: {
      ...insideSelect,
      slots: { orderBy: { number: "asc" }, select: { id: true, number: true, startsAt: true, endsAt: true } },
    },
  }));
  const { slots, ...row } = event;
  const [own, organisations] = await Promise.all([readOwn(person, event), listEligible(person, event.programmeId)]);
  const takesPart = own?.state === "approved" && own.organisation.isAdmitted && organisations.some(({ id }) => id === own.organisation.id);
  return {
    event: toInsideEvent(row, locale),
    slots,
    own,
    organisations,
    prefill: prefill(person, own, organisations, slots),
    isOver: event.endsAt <= new Date(),
    link: takesPart && isLinkOut(event, new Date()) ? await getMeetingLink(actor, eventSlug) : null,
  };
}

/**
 * The link of the event's online meeting, for approved participants of admitted organisations, from so many days
 * before as the event says. Null while it is not out, or not set. Throws NotFound for everybody else, SignedOut.
 */
export async function getMeetingLink(actor: Actor, eventSlug: string): Promise<string | null> {
  const { event } = await requireParticipant(actor, eventSlug);
  if (!isLinkOut(event, new Date())) return null;
  const row = await db.event.findUnique({ where: { id: event.id }, select: { meetingUrl: true } });
  return row?.meetingUrl ?? null;
}
