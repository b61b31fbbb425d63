import type { Actor } from "@/domain/actor";
import { staffProgrammeIds } from "@/domain/admission/access";
import { countAdmissions } from "@/domain/admission/queries";
import { listProgrammeEvents } from "@/domain/event/queries";
import type { Locale } from "@/domain/input";
import { listOwnMemberships } from "@/domain/membership/queries";
import { listOwnProfiles } from "@/domain/organisation/queries";
import { measureCompleteness } from "@/domain/organisation/rules";
import { countPendingRegistrations } from "@/domain/registration/queries/count-pending";
import { standing } from "@/domain/registration/rules";
import { requirePerson } from "@/domain/result";
import { db } from "@/prisma/client";
import { nextStep } from "./rules";
import type { Desk, DeskDuties, DeskOrganisation } from "./schema";

type Programme = { id: string; slug: string };

async function listOrganisations(actor: Actor, programme: Programme): Promise<(DeskOrganisation & { id: string })[]> {
  const [memberships, profiles] = await Promise.all([listOwnMemberships(actor), listOwnProfiles(actor, programme.id)]);
  return memberships.map(({ id, state, organisation }) => {
    const own = profiles.find(({ profile }) => profile.id === organisation.id);
    return {
      id: organisation.id,
      membershipId: id,
      state,
      slug: organisation.slug,
      name: organisation.name,
      admission: own?.admission ?? null,
      completeness: own ? measureCompleteness(own.profile) : null,
    };
  });
}

/** Requests that wait for an answer of these organisations, by event and organisation. */
async function countToAnswer(programme: Programme, organisationIds: string[], now: Date) {
  return db.meetingRequest.groupBy({
    by: ["eventId", "recipientId"],
    where: { recipientId: { in: organisationIds }, state: "pending", expiresAt: { gt: now }, event: { programmeId: programme.id } },
    _count: true,
  });
}

/** The latest version of each event's schedule. */
function listReleases(programme: Programme) {
  return db.scheduleVersion.findMany({
    where: { event: { programmeId: programme.id } },
    distinct: ["eventId"],
    orderBy: [{ eventId: "asc" }, { number: "desc" }],
    select: { eventId: true, takenBackAt: true },
  });
}

async function listEvents(actor: Actor, programme: Programme, organisations: readonly { id: string; admission: string | null }[], locale: Locale) {
  const { userId } = requirePerson(actor);
  const now = new Date();
  const [events, registrations, counts, releases] = await Promise.all([
    listProgrammeEvents(programme.slug, locale),
    db.registration.findMany({
      where: { userId, event: { programmeId: programme.id } },
      select: { eventId: true, state: true, organisationId: true },
    }),
    countToAnswer(programme, organisations.map(({ id }) => id), now),
    listReleases(programme),
  ]);
  return events
    .filter(({ endsAt }) => endsAt > now)
    .map((event) => {
      const own = registrations.find(({ eventId }) => eventId === event.id);
      const isAdmitted = organisations.some(({ id, admission }) => id === own?.organisationId && admission === "approved");
      const part = own ? standing(own.state, isAdmitted) : null;
      const waiting = counts.find(({ eventId, recipientId }) => eventId === event.id && recipientId === own?.organisationId);
      return {
        ...event,
        standing: part,
        toAnswer: part === "approved" ? (waiting?._count ?? 0) : 0,
        isScheduleOut: releases.some(({ eventId, takenBackAt }) => eventId === event.id && takenBackAt === null),
      };
    })
    .toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
}

async function countDuties(actor: Actor): Promise<DeskDuties | null> {
  if (requirePerson(actor).staff.length === 0) return null;
  const [admissions, registrations] = await Promise.all([
    staffProgrammeIds(actor).length > 0 ? countAdmissions(actor) : null,
    countPendingRegistrations(actor),
  ]);
  return { organisations: admissions?.pending ?? 0, registrations: [...registrations.values()].reduce((sum, count) => sum + count, 0) };
}

/** What somebody sees first who has signed in, with the one next thing to do. Throws SignedOut. */
export async function getDesk(actor: Actor, programme: Programme, locale: Locale): Promise<Desk> {
  const organisations = await listOrganisations(actor, programme);
  const active = organisations.filter(({ state }) => state === "active");
  const [events, duties] = await Promise.all([listEvents(actor, programme, active, locale), countDuties(actor)]);
  const desk = { organisations: organisations.map(({ id: _id, ...organisation }) => organisation), events, duties };
  return { ...desk, step: nextStep(desk) };
}
