import { randomUUID } from "node:crypto";
import type { Person } from "@/domain/actor";
import { db } from "../client";
import { unique } from "./unique";

type Place = { id: string; programmeId: string; slots: readonly { id: string }[] };

function invent(index: number) {
  const name = `${unique("throng")}-${index}`;
  const country = index % 2 === 0 ? "PL" : "DE";
  return {
    organisation: { id: randomUUID(), slug: name, name, type: "it_company" as const, country, region: country === "PL" ? "PL42" : "DE80" },
    user: { id: randomUUID(), email: `${name}@mail.example`, name },
    registrationId: randomUUID() as string,
  };
}

type Invented = ReturnType<typeof invent>;

function toParticipant({ organisation, user, registrationId }: Invented, event: Place) {
  const actor: Person = {
    kind: "person",
    userId: user.id,
    email: user.email,
    name: user.name,
    locale: "en",
    memberships: [{ organisationId: organisation.id, role: "owner" }],
    staff: [],
  };
  return { organisation, actor, registration: { id: registrationId, eventId: event.id, email: user.email } };
}

export type ThrongMember = ReturnType<typeof toParticipant>;

/**
 * As many participants as a stampede needs, each of an organisation of its own and free in every slot, in few
 * queries. Every other one is German.
 */
export async function createThrong(event: Place, count: number): Promise<ThrongMember[]> {
  const throng = Array.from({ length: count }, (_, index) => invent(index));
  await db.organisation.createMany({ data: throng.map(({ organisation }) => ({ ...organisation, profileVisibility: "public" })) });
  await db.admission.createMany({
    data: throng.map(({ organisation }) => ({ organisationId: organisation.id, programmeId: event.programmeId, state: "approved" })),
  });
  await db.user.createMany({ data: throng.map(({ user }) => user) });
  await db.membership.createMany({
    data: throng.map(({ organisation, user }) => ({ organisationId: organisation.id, userId: user.id, email: user.email, role: "owner", state: "active" })),
  });
  await joinEvent(event, throng);
  return throng.map((one) => toParticipant(one, event));
}

async function joinEvent(event: Place, throng: readonly Invented[]): Promise<void> {
  await db.registration.createMany({
    data: throng.map(({ organisation, user, registrationId }) => ({
      id: registrationId,
      eventId: event.id,
      organisationId: organisation.id,
      userId: user.id,
      state: "approved",
      personName: user.name,
      email: user.email,
      locale: "en",
      languages: ["en"],
    })),
  });
  await db.availability.createMany({
    data: throng.flatMap(({ registrationId }) => event.slots.map((slot) => ({ registrationId, slotId: slot.id }))),
  });
}

/** Every pair once: (0,1), (0,2), (1,2), … */
export function pairsOf<T>(throng: readonly T[]): [T, T][] {
  return throng.flatMap((other, index) => throng.slice(0, index).map((one): [T, T] => [one, other]));
}

/** An agreed meeting without a time for each of the pairs. */
export async function createMeetings(pairs: readonly [ThrongMember, ThrongMember][]): Promise<string[]> {
  const meetings = pairs.map((pair) => {
    const [low, high] = pair.toSorted((a, b) => (a.organisation.id < b.organisation.id ? -1 : 1));
    const about = { origin: "pairing" as const, subject: "Harbour software", subjectLocale: "en" as const };
    return { id: randomUUID(), eventId: pair[0].registration.eventId, lowId: low?.organisation.id ?? "", highId: high?.organisation.id ?? "", ...about };
  });
  await db.meeting.createMany({ data: meetings });
  await db.meetingSide.createMany({
    data: pairs.flatMap((pair, index) =>
      pair.map(({ organisation, registration }) => ({
        meetingId: meetings[index]?.id ?? "",
        organisationId: organisation.id,
        registrationId: registration.id,
      })),
    ),
  });
  return meetings.map(({ id }) => id);
}

/**
 * Opens every connection of the pool, so that a stampede meets in the database and not at its door: with a cold pool
 * the first caller is done before the second is connected.
 */
export async function openConnections(count = 20): Promise<void> {
  const { promise: all, resolve: open } = Promise.withResolvers<void>();
  let arrived = 0;
  const hold = () =>
    db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1`;
      arrived += 1;
      if (arrived === count) open();
      await all;
    });
  await Promise.all(Array.from({ length: count }, hold));
}

/**
 * Milliseconds that a stampede of 1,000 may take: 5 s, or on a machine that is busy with other things ten times what
 * 1,000 transactions that do nothing take there at this moment.
 */
export async function measurePatience(): Promise<number> {
  const began = performance.now();
  await Promise.all(Array.from({ length: 1000 }, () => db.$transaction((tx) => tx.$queryRaw`SELECT 1`)));
  return Math.max(5000, 10 * (performance.now() - began));
}
