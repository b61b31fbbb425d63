import type { Actor } from "@/domain/actor";
import { fieldsOf } from "@/domain/field/rules";
import { cardSelect, toCard } from "@/domain/organisation/queries";
import type { OrganisationCard } from "@/domain/organisation/schema";
import { requirePerson } from "@/domain/result";
import { db } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";
import { listedFor, type Viewpoint } from "../access";
import { type DirectoryFilters, pageSize, searchWords } from "../schema";

export type DirectoryPage = { cards: OrganisationCard[]; total: number; page: number; pageCount: number };

/** Ids of the organisations whose profile holds all the words; null where no word was given. */
async function findByWords(q: string): Promise<string[] | null> {
  const words = searchWords(q);
  if (words.length === 0) return null;
  const rows = await db.$queryRaw<{ id: string }[]>`SELECT id FROM search_organisations(${words}::text[]) AS id`;
  return rows.map((row) => row.id);
}

/** Persons who already sit in a released meeting in this slot of the event. */
async function freeIn(eventId: string, slot: number): Promise<Prisma.OrganisationWhereInput> {
  const seats = await db.seat.findMany({
    where: { resourceKind: "person", slot: { eventId, number: slot } },
    select: { resourceId: true },
  });
  const taken = seats.map((seat) => seat.resourceId);
  return {
    registrations: {
      some: { eventId, state: "approved", userId: { notIn: taken }, availability: { some: { slot: { eventId, number: slot } } } },
    },
  };
}

function withField(filters: DirectoryFilters): Prisma.OrganisationWhereInput {
  if (!filters.field) return filters.direction ? { statements: { some: { direction: filters.direction } } } : {};
  const tagged = { fields: { some: { fieldCode: { in: [...fieldsOf(filters.field)] } } } };
  if (filters.direction) return { statements: { some: { direction: filters.direction, ...tagged } } };
  return { OR: [tagged, { statements: { some: tagged } }] };
}

async function matching(place: Viewpoint, filters: DirectoryFilters): Promise<Prisma.OrganisationWhereInput[]> {
  const ids = await findByWords(filters.q);
  return [
    ids ? { id: { in: ids } } : {},
    filters.country ? { country: filters.country } : {},
    filters.region ? { region: filters.region } : {},
    filters.type ? { type: filters.type } : {},
    filters.language ? { languages: { has: filters.language } } : {},
    filters.side === "only" ? { country: { not: place.own.country } } : {},
    filters.slot && place.eventId !== undefined ? await freeIn(place.eventId, filters.slot) : {},
    withField(filters),
  ];
}

/**
 * One page of the directory, the other side of the border first unless the filters say otherwise.
 * A page beyond the last one is the last one.
 */
export async function searchDirectory(actor: Actor, place: Viewpoint, filters: DirectoryFilters): Promise<DirectoryPage> {
  const person = requirePerson(actor);
  const bookmarked: Prisma.OrganisationWhereInput =
    filters.view === "bookmarks" ? { bookmarks: { some: { userId: person.userId, programmeId: place.programmeId } } } : {};
  const where = { AND: [listedFor(actor, place), bookmarked, ...(await matching(place, filters))] };
  const total = await db.organisation.count({ where });
  const pageCount = Math.max(1, Math.ceil(total / pageSize));
  const page = Math.min(filters.page, pageCount);
  // Of a programme's two countries the own one comes last: Germany before Poland for Poles, and the reverse.
  const country = place.own.country === "DE" ? "desc" : "asc";
  const rows = await db.organisation.findMany({
    where,
    orderBy: [...(filters.side === "first" ? [{ country } as const] : []), { name: "asc" }, { id: "asc" }],
    skip: (page - 1) * pageSize,
    take: pageSize,
    relationLoadStrategy: "join",
    select: cardSelect,
  });
  return { cards: rows.map(toCard), total, page, pageCount };
}

/** Ids of the organisations that the actor has bookmarked in a programme. */
export async function listBookmarks(actor: Actor, programmeId: string): Promise<Set<string>> {
  const { userId } = requirePerson(actor);
  const rows = await db.bookmark.findMany({ where: { userId, programmeId }, select: { organisationId: true } });
  return new Set(rows.map((row) => row.organisationId));
}
