import type { Actor } from "@/domain/actor";
import { listReasons } from "@/domain/directory/queries/list-suggestions";
import type { SuggestionReason } from "@/domain/directory/schema";
import { requireModerator } from "@/domain/event/access";
import type { InsideEvent, SlotTimes } from "@/domain/event/schema";
import type { Locale } from "@/domain/input";
import { cardSelect, toCard } from "@/domain/organisation/queries";
import type { OrganisationCard } from "@/domain/organisation/schema";
import { participantsOf } from "@/domain/registration/access";
import { db } from "@/prisma/client";
import { commonSlots, sharedLanguages, weighPair, type PairWeight } from "../rules";
import { loadElsewhere } from "./load-draft";

/** An organisation that can be chosen. `meetings`: agreed ones in this event. */
export type PairChoice = { id: string; slug: string; name: string; country: string; meetings: number };

export type PairPerson = { id: string; personName: string; languages: string[]; interpreterNeeded: boolean; slotIds: string[]; elsewhereSlotIds: string[]; userId: string };

export type PairSide = { card: OrganisationCard; meetings: number; persons: PairPerson[] };

/** Two organisations side by side, seen by the first persons of both. */
export type PairView = {
  left: PairSide;
  right: PairSide;
  reasons: SuggestionReason[];
  languages: string[];
  slots: SlotTimes[];
  weight: PairWeight;
};

export type Pairing = { event: InsideEvent; choices: PairChoice[]; pair: PairView | null };

/** Organisations of approved participants, in the order of their names. */
async function listChoices(event: InsideEvent): Promise<PairChoice[]> {
  const [organisations, counts] = await Promise.all([
    db.organisation.findMany({
      where: { registrations: { some: participantsOf(event) } },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      select: { id: true, slug: true, name: true, country: true },
    }),
    db.meetingSide.groupBy({ by: ["organisationId"], where: { meeting: { eventId: event.id, state: "agreed" } }, _count: true }),
  ]);
  const meetings = new Map(counts.map(({ organisationId, _count }) => [organisationId, _count]));
  return organisations.map((organisation) => ({ ...organisation, meetings: meetings.get(organisation.id) ?? 0 }));
}

/** Both organisations with who speaks for them, who registered first in front. */
async function loadSides(event: InsideEvent, chosen: readonly PairChoice[], slots: SlotTimes[]): Promise<Map<string, PairSide>> {
  const rows = await db.organisation.findMany({
    where: { id: { in: chosen.map(({ id }) => id) } },
    relationLoadStrategy: "join",
    select: {
      ...cardSelect,
      registrations: {
        where: { eventId: event.id, state: "approved" },
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
        select: { id: true, userId: true, personName: true, languages: true, interpreterNeeded: true, availability: { select: { slotId: true } } },
      },
    },
  });
  const elsewhere = await loadElsewhere(db, event.id, rows.flatMap(({ registrations }) => registrations.map(({ userId }) => userId)), slots);
  return new Map(rows.map(({ registrations, ...card }): [string, PairSide] => [card.id, {
    card: toCard(card),
    meetings: chosen.find(({ id }) => id === card.id)?.meetings ?? 0,
    persons: registrations.map(({ availability, ...person }) => ({
      ...person,
      slotIds: availability.map(({ slotId }) => slotId),
      elsewhereSlotIds: elsewhere.get(person.userId) ?? [],
    })),
  }]));
}

type Past = { requests: string[]; isAgreed: boolean; isBlocked: boolean };

/** What the two have had with each other in this event. */
async function loadPast(eventId: string, one: string, other: string): Promise<Past> {
  const [lowId, highId] = [one, other].toSorted();
  const [past] = await db.$queryRaw<Past[]>`
    SELECT ARRAY(SELECT DISTINCT "state"::text FROM "MeetingRequest" WHERE "eventId" = ${eventId}::uuid
                   AND LEAST("requesterId", "recipientId") = ${lowId}::uuid AND GREATEST("requesterId", "recipientId") = ${highId}::uuid) AS "requests",
           EXISTS (SELECT 1 FROM "Meeting" WHERE "eventId" = ${eventId}::uuid AND "state" = 'agreed'
                     AND "lowId" = ${lowId}::uuid AND "highId" = ${highId}::uuid) AS "isAgreed",
           EXISTS (SELECT 1 FROM "Block" WHERE LEAST("blockerId", "blockedId") = ${lowId}::uuid
                     AND GREATEST("blockerId", "blockedId") = ${highId}::uuid) AS "isBlocked"`;
  return past ?? { requests: [], isAgreed: false, isBlocked: false };
}

async function compare(event: InsideEvent, [one, other]: readonly [PairChoice, PairChoice]): Promise<PairView | null> {
  const slots = await db.slot.findMany({
    where: { eventId: event.id },
    orderBy: { number: "asc" },
    select: { id: true, number: true, startsAt: true, endsAt: true },
  });
  const [sides, reasons, past] = await Promise.all([
    loadSides(event, [one, other], slots),
    listReasons(one.id, other.id),
    loadPast(event.id, one.id, other.id),
  ]);
  const [left, right] = [sides.get(one.id), sides.get(other.id)];
  const speakers = [left?.persons[0], right?.persons[0]].filter((person) => person !== undefined);
  if (!left || !right || speakers.length < 2) return null;
  const common = new Set(commonSlots(speakers, slots));
  const languages = sharedLanguages(speakers);
  const weight = weighPair({
    ...past,
    reasonCount: reasons.length,
    languageCount: languages.length,
    slotCount: common.size,
    countries: [one.country, other.country],
    isInterpreted: speakers.some((person) => person.interpreterNeeded),
    fullNames: [left, right].filter(({ meetings, persons }) => meetings >= (persons[0]?.slotIds.length ?? 0)).map(({ card }) => card.name),
  });
  return { left, right, reasons, languages, slots: slots.filter(({ id }) => common.has(id)), weight };
}

/**
 * The organisations that a moderator may bring together, and the two chosen ones against each other; `pair` is null
 * until two different ones are chosen. Throws NotFound, SignedOut.
 */
export async function getPairing(actor: Actor, eventSlug: string, locale: Locale, chosen: { left: string | undefined; right: string | undefined }): Promise<Pairing> {
  const event = await requireModerator(actor, eventSlug, locale);
  const choices = await listChoices(event);
  const [left, right] = [chosen.left, chosen.right].map((slug) => choices.find((choice) => choice.slug === slug));
  const pair = left && right && left !== right ? await compare(event, [left, right]) : null;
  return { event, choices, pair };
}
