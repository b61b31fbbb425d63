import type { Actor } from "@/domain/actor";
import { fieldsOf } from "@/domain/field/rules";
import type { QueryPart } from "@/domain/matching/query";
import { cardSelect, toCard } from "@/domain/organisation/queries";
import type { OrganisationCard } from "@/domain/organisation/schema";
import { requirePerson } from "@/domain/result";
import { db } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";
import { listedFor, type Viewpoint } from "../access";
import { type DirectoryFilters, pageSize, type SubjectCount } from "../schema";
import { findOrganisations, type Found, mostFound } from "./find-organisations";
import { countSubjects } from "./count-subjects";

export type DirectoryPage = { cards: OrganisationCard[]; total: number; page: number; pageCount: number; subjects: SubjectCount[] };

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
  return [
    filters.country ? { country: filters.country } : {},
    filters.region ? { region: filters.region } : {},
    filters.type ? { type: filters.type } : {},
    filters.language ? { languages: { has: filters.language } } : {},
    filters.side === "only" ? { country: { not: place.own.country } } : {},
    filters.slot && place.eventId !== undefined ? await freeIn(place.eventId, filters.slot) : {},
    withField(filters),
  ];
}

type Where = Prisma.OrganisationWhereInput;

/** Longer lists are counted and sorted by the database alone, and tell no subjects: words make them shorter. */
const mostSorted = 2000;

async function readCards(ids: readonly string[]): Promise<OrganisationCard[]> {
  const rows = await db.organisation.findMany({ where: { id: { in: [...ids] } }, relationLoadStrategy: "join", select: cardSelect });
  const byId = new Map(rows.map((row) => [row.id, toCard(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** A page of a list of any length. */
async function readLongPage(where: Where, filters: DirectoryFilters, own: Viewpoint["own"]): Promise<DirectoryPage> {
  const total = await db.organisation.count({ where });
  const { page, pageCount } = pageOf(filters, total);
  // Of a programme's two countries the own one comes last: Germany before Poland for Poles, and the reverse.
  const country = own.country === "DE" ? "desc" : "asc";
  const rows = await db.organisation.findMany({
    where,
    orderBy: [...(filters.side === "first" ? [{ country } as const] : []), { name: "asc" }, { id: "asc" }],
    skip: (page - 1) * pageSize,
    take: pageSize,
    relationLoadStrategy: "join",
    select: cardSelect,
  });
  return { cards: rows.map(toCard), total, page, pageCount, subjects: [] };
}

/** Of what was looked for, those who offer it come first, on either side of the border. */
async function readPage(where: Where, filters: DirectoryFilters, own: Viewpoint["own"], found: Found | null): Promise<DirectoryPage> {
  const listed = await db.organisation.findMany({
    where: found ? { AND: [where, { id: { in: found.ids } }] } : where,
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, country: true },
    take: found ? mostFound : mostSorted + 1,
  });
  if (!found && listed.length > mostSorted) return readLongPage(where, filters, own);
  const rank = ({ id, country }: { id: string; country: string }) => (filters.side === "first" && country === own.country ? 2 : 0) + (found?.offering.has(id) ? 0 : 1);
  const ids = listed.toSorted((a, b) => rank(a) - rank(b)).map(({ id }) => id);
  const { page, pageCount } = pageOf(filters, ids.length);
  const shown = ids.slice((page - 1) * pageSize, page * pageSize);
  const [cards, subjects] = await Promise.all([readCards(shown), countSubjects(ids, filters)]);
  return { cards, total: ids.length, page, pageCount, subjects };
}

/** A page beyond the last one is the last one. */
function pageOf({ page }: DirectoryFilters, total: number) {
  const pageCount = Math.max(1, Math.ceil(total / pageSize));
  return { page: Math.min(page, pageCount), pageCount };
}

/** Of what is looked for, and where, the organisations that the actor may see. */
async function narrow(actor: Actor, place: Viewpoint, filters: DirectoryFilters, parts: readonly QueryPart[]) {
  const person = requirePerson(actor);
  const bookmarked: Prisma.OrganisationWhereInput =
    filters.view === "bookmarks" ? { bookmarks: { some: { userId: person.userId, programmeId: place.programmeId } } } : {};
  const [found, narrowed] = await Promise.all([findOrganisations(parts, place.programmeId, filters.direction), matching(place, filters)]);
  return { found, where: { AND: [listedFor(actor, place), bookmarked, ...narrowed] } };
}

/**
 * One page of the directory, the other side of the border first unless the filters say otherwise.
 * @param parts what is looked for, of `readSearch`
 */
export async function searchDirectory(actor: Actor, place: Viewpoint, filters: DirectoryFilters, parts: readonly QueryPart[]): Promise<DirectoryPage> {
  const { where, found } = await narrow(actor, place, filters, parts);
  return readPage(where, filters, place.own, found);
}

/** Everybody whom a search of the directory would find, the newest first; as many at the most as a search looks at. */
export async function listFound(actor: Actor, place: Viewpoint, filters: DirectoryFilters, parts: readonly QueryPart[]) {
  const { where, found } = await narrow(actor, place, filters, parts);
  return db.organisation.findMany({
    where: found ? { AND: [where, { id: { in: found.ids } }] } : where,
    select: { id: true, name: true },
    orderBy: { id: "desc" },
    take: mostFound,
  });
}

/** Ids of the organisations that the actor has bookmarked in a programme. */
export async function listBookmarks(actor: Actor, programmeId: string): Promise<Set<string>> {
  const { userId } = requirePerson(actor);
  const rows = await db.bookmark.findMany({ where: { userId, programmeId }, select: { organisationId: true } });
  return new Set(rows.map((row) => row.organisationId));
}
