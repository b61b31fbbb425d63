import { consentVersions, optionalPurposes, type Purpose } from "@/domain/registration/schema";
import { addDays } from "@/domain/time";
import type { Tx } from "../client";
import type { Prisma } from "../generated/client";
import { demoId } from "./ids";
import { type DemoOrganisation, demoOrganisations, secondProgrammeOnly } from "./material";
import { organisationId, undecided } from "./organisations";
import { colleagues, userId } from "./people";

export const matchmaking = "2027-03-18-matchmaking";
const second = "2027-04-22-wood-and-data";

/** Keys of organisations whose registration for the first event a moderator has not seen yet. */
const unseen = new Set(["pl-15", "de-20"]);

/** Free slots by number. Nearly half can stay all afternoon, the others come later, leave earlier or have another call. */
const patterns: readonly (readonly number[])[] = [
  [1, 2, 3, 4, 5, 6, 7],
  [1, 2, 3, 4, 5, 6, 7],
  [1, 2, 3, 4, 5],
  [3, 4, 5, 6, 7],
  [1, 2, 3, 5, 6, 7],
  [1, 2, 3, 4, 5, 6, 7],
  [2, 3, 5, 6, 7],
  [1, 2, 3, 4, 5, 6],
];

type Person = { event: string; organisation: DemoOrganisation; name: string; email: string; hopes: string | null; slots: readonly number[] };

export const registrationId = (event: string, email: string) => demoId(`registration/${event}/${email}`);

function participants(): Person[] {
  const registered = demoOrganisations.filter(({ key }) => !(key in undecided) && !secondProgrammeOnly.includes(key));
  const contacts = registered.map((organisation, index) => ({
    event: matchmaking,
    organisation,
    ...organisation.contact,
    hopes: organisation.hopes,
    slots: patterns[index % patterns.length] ?? [],
  }));
  const others = colleagues
    .filter(({ takesPart }) => takesPart)
    .flatMap(({ organisation: key, name, email }): Person[] => {
      const organisation = registered.find((candidate) => candidate.key === key);
      return organisation ? [{ event: matchmaking, organisation, name, email, hopes: null, slots: [2, 3, 4, 5, 6, 7] }] : [];
    });
  const elsewhere = demoOrganisations
    .filter(({ key }) => secondProgrammeOnly.includes(key))
    .map((organisation) => ({ event: second, organisation, ...organisation.contact, hopes: organisation.hopes, slots: [1, 2, 3, 4] }));
  return [...contacts, ...others, ...elsewhere];
}

function registrationRow({ event, organisation, name, email, hopes }: Person, index: number, now: Date): Prisma.RegistrationCreateManyInput {
  const createdAt = addDays(now, -20 + (index % 12));
  return {
    id: registrationId(event, email),
    eventId: demoId(`event/${event}`),
    organisationId: organisationId(organisation.key),
    userId: userId(email),
    state: unseen.has(organisation.key) ? "pending" : "approved",
    personName: name,
    email,
    locale: organisation.locale,
    languages: organisation.languages,
    interpreterNeeded: organisation.languages.length === 1,
    hopes,
    createdAt,
    queuedAt: createdAt,
  };
}

function consentRows({ event, organisation, email }: Person, index: number, now: Date): Prisma.ConsentCreateManyInput[] {
  const given: Purpose[] = ["participation", ...optionalPurposes.filter((_, order) => (index + order) % 5 !== 0)];
  return given.map((purpose) => ({
    id: demoId(`consent/${event}/${email}/${purpose}`),
    userId: userId(email),
    registrationId: registrationId(event, email),
    purpose,
    textVersion: consentVersions[purpose],
    locale: organisation.locale,
    givenAt: addDays(now, -20 + (index % 12)),
  }));
}

/** Stores who takes part in the two matchmaking events, when each is free, and what each agreed to. */
export async function addRegistrations(tx: Tx, now: Date): Promise<void> {
  const people = participants();
  await tx.registration.createMany({ data: people.map((person, index) => registrationRow(person, index, now)) });
  await tx.availability.createMany({
    data: people.flatMap(({ event, email, slots }) =>
      slots.map((number) => ({ registrationId: registrationId(event, email), slotId: demoId(`slot/${event}/${number}`) })),
    ),
  });
  await tx.consent.createMany({ data: people.flatMap((person, index) => consentRows(person, index, now)) });
}
