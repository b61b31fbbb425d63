import type { Actor } from "@/domain/actor";
import type { Corrections } from "@/domain/concept/rules";
import { found, requirePerson } from "@/domain/result";
import { db } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";
import { getRelation, ownOrganisationIds, type Place, requireOrganisation, visibleAnywhere, visibleTo } from "./access";
import { coreName, isSimilarName, nameSimilarity, type Relation, visibleParts } from "./rules";
import type { OrganisationCard, OrganisationType, OwnStatement, Profile } from "./schema";

const statementSelect = {
  orderBy: [{ position: "asc" }, { id: "asc" }],
  select: { id: true, direction: true, locale: true, text: true, fields: { select: { fieldCode: true } } },
} as const satisfies Prisma.Organisation$statementsArgs;

const ownStatementSelect = {
  ...statementSelect,
  select: { ...statementSelect.select, version: true, addedConcepts: true, removedConcepts: true },
} as const satisfies Prisma.Organisation$statementsArgs;

/** What a list reads of each organisation: hand the row to `toCard`. */
export const cardSelect = {
  id: true,
  slug: true,
  name: true,
  type: true,
  country: true,
  region: true,
  languages: true,
  isDemo: true,
  logo: { select: { updatedAt: true } },
  fields: { orderBy: { fieldCode: "asc" }, select: { fieldCode: true } },
  statements: statementSelect,
} as const satisfies Prisma.OrganisationSelect;

type CardRow = Prisma.OrganisationGetPayload<{ select: typeof cardSelect }>;

/**
 * Where the logo is shown from; null where there is none. The time of the last change makes a new picture a new
 * address, so that the old one may be kept by browsers.
 */
export function logoAddress(slug: string, logo: { updatedAt: Date } | null): string | null {
  return logo && `/api/logos/${slug}?v=${logo.updatedAt.getTime().toString(36)}`;
}

/** An organisation as lists and cards show it. */
export function toCard({ logo, fields, statements, ...row }: CardRow): OrganisationCard {
  return {
    ...row,
    logo: logoAddress(row.slug, logo),
    fields: fields.map(({ fieldCode }) => fieldCode),
    statements: statements.map(({ id, direction, locale, text, fields: tags }) => ({ id, direction, locale, text, fields: tags.map(({ fieldCode }) => fieldCode) })),
  };
}

const profileSelect = {
  ...cardSelect,
  website: true,
  size: true,
  founded: true,
  wishedTypes: true,
  wishedRegions: true,
  contactName: true,
  contactEmail: true,
  contactPhone: true,
  profileVisibility: true,
  contactVisibility: true,
  version: true,
  texts: { orderBy: { locale: "asc" }, select: { locale: true, description: true } },
} as const satisfies Prisma.OrganisationSelect;

type ProfileRow = Prisma.OrganisationGetPayload<{ select: typeof profileSelect }>;

/** The parts of a profile that this reader sees; null where the profile itself is not for them. */
function toProfile(row: ProfileRow, relation: Relation): Profile | null {
  const { contactName, contactEmail, contactPhone, profileVisibility, contactVisibility, version: _version, texts, website, size, founded, wishedTypes, wishedRegions, ...card } = row;
  const visible = visibleParts(relation, { profile: profileVisibility, contact: contactVisibility });
  if (!visible.profile) return null;
  return {
    ...toCard(card),
    website,
    size,
    founded,
    descriptions: texts.map(({ locale, description }) => ({ locale, text: description })),
    wishes: { types: wishedTypes, regions: wishedRegions },
    contact: visible.contact ? { name: contactName, email: contactEmail, phone: contactPhone } : null,
  };
}

/**
 * A profile as this actor sees it in a programme, or inside one event of it (`eventId`), with how they stand to it.
 * @throws NotFound where nothing of it is for them
 */
export async function getVisibleProfile(actor: Actor, slug: string, place: Place): Promise<{ profile: Profile; relation: Relation }> {
  const row = found(
    await db.organisation.findFirst({
      where: { AND: [{ slug }, visibleTo(actor, place)] },
      relationLoadStrategy: "join",
      select: profileSelect,
    }),
  );
  const relation = await getRelation(actor, row.id, place);
  return { profile: found(toProfile(row, relation)), relation };
}

/** Admitted organisations of a programme (by its slug) that agreed to be seen by anyone. */
function publicIn(programme: string): Prisma.OrganisationWhereInput {
  return { profileVisibility: "public", admissions: { some: { programme: { slug: programme }, state: "approved" } } };
}

/**
 * The public part of an admitted organisation.
 * @param programme the programme's slug
 * @throws NotFound where it did not agree to be listed
 */
export async function getPublicProfile(programme: string, slug: string): Promise<Profile> {
  const row = await db.organisation.findFirst({ where: { slug, ...publicIn(programme) }, relationLoadStrategy: "join", select: profileSelect });
  return found(toProfile(found(row), "public"));
}

const pageSize = 24;

/**
 * One page of the public organisations of a programme (by its slug), of one country or all, in the order of their
 * names. Pages count from 1; one beyond the last is the last.
 */
export async function listPublicOrganisations(programme: string, wanted: { page: number; country?: string | undefined }) {
  const where: Prisma.OrganisationWhereInput = { ...publicIn(programme), ...(wanted.country ? { country: wanted.country } : {}) };
  const total = await db.organisation.count({ where });
  const pageCount = Math.max(1, Math.ceil(total / pageSize));
  const page = Math.min(wanted.page, pageCount);
  const rows = await db.organisation.findMany({
    where,
    orderBy: [{ name: "asc" }, { id: "asc" }],
    skip: (page - 1) * pageSize,
    take: pageSize,
    relationLoadStrategy: "join",
    select: cardSelect,
  });
  return { cards: rows.map(toCard), total, page, pageCount };
}

/** The addresses of all public organisations of a programme (by its slug), for the sitemap. */
export async function listPublicOrganisationSlugs(programme: string): Promise<string[]> {
  const rows = await db.organisation.findMany({ where: publicIn(programme), orderBy: { slug: "asc" }, select: { slug: true } });
  return rows.map(({ slug }) => slug);
}

/**
 * The profiles that the actor may edit, by name, each with where it stands in a programme (null: never applied).
 * Throws SignedOut.
 */
export async function listOwnProfiles(actor: Actor, programmeId: string) {
  requirePerson(actor);
  const rows = await db.organisation.findMany({
    where: { id: { in: ownOrganisationIds(actor) } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    relationLoadStrategy: "join",
    select: { ...profileSelect, admissions: { where: { programmeId }, select: { state: true } } },
  });
  return rows.map(({ admissions, ...row }) => ({ profile: found(toProfile(row, "member")), admission: admissions[0]?.state ?? null }));
}

/** The own profile with everything in it, its settings and its version. Throws SignedOut, NotFound. */
export async function getOwnProfile(actor: Actor, slug: string) {
  const own = await requireOrganisation(actor, { slug }, "edit");
  const row = found(await db.organisation.findUnique({ where: { id: own.id }, relationLoadStrategy: "join", select: { ...profileSelect, statements: ownStatementSelect } }));
  return {
    /** What its people have corrected, by the statement's id. */
    corrections: new Map(row.statements.map(({ id, addedConcepts, removedConcepts }): [string, Corrections] => [id, { addedConcepts, removedConcepts }])),
    profile: found(toProfile(row, "member")),
    settings: { profile: row.profileVisibility, contact: row.contactVisibility },
    version: row.version,
    isOwner: own.isOwner,
    /** How others see it. */
    as: (relation: Relation) => toProfile(row, relation),
  };
}

/** What is told of an organisation to somebody who may want to join it: no more than its name and where it is. */
export type NamedOrganisation = { slug: string; name: string; type: OrganisationType; country: string; region: string };

const mostSimilar = 5;

/**
 * Organisations of a programme whose names may mean the same as `name`, the most similar first. Profiles that are not
 * public are among them, by name and place only: otherwise their colleagues would create them twice.
 * @param exceptKey key of a submission whose own organisation does not count
 * @throws SignedOut
 */
export async function listSimilarOrganisations(actor: Actor, programmeId: string, { name, exceptKey }: { name: string; exceptKey: string | null }): Promise<NamedOrganisation[]> {
  requirePerson(actor);
  const core = coreName(name);
  if (core.length < 3) return [];
  // The index finds candidates by their letters; the rule, which knows legal forms, decides.
  const candidates = await db.$queryRaw<NamedOrganisation[]>`
    SELECT o."slug", o."name", o."type"::text, o."country", o."region"
    FROM "Organisation" o
    WHERE EXISTS (
        SELECT 1 FROM "Admission" a
        WHERE a."organisationId" = o."id" AND a."programmeId" = ${programmeId}::uuid AND a."state" <> 'refused'
      )
      AND (${exceptKey}::uuid IS NULL OR o."submissionKey" IS DISTINCT FROM ${exceptKey}::uuid)
      AND (fold(o."name") % ${core} OR ${core} <% fold(o."name") OR fold(o."name") <% ${core})
    ORDER BY similarity(fold(o."name"), ${core}) DESC
    LIMIT 50`;
  return candidates
    .filter((candidate) => isSimilarName(candidate.name, name))
    .toSorted((a, b) => nameSimilarity(b.name, name) - nameSimilarity(a.name, name))
    .slice(0, mostSimilar);
}

/**
 * For a moderator's queue: names of other organisations of the same programme that may mean the same, by
 * organisation. One query, however many organisations.
 */
export async function listNamesakes(programmeIds: readonly string[], organisationIds: readonly string[]): Promise<Map<string, string[]>> {
  const pairs = await db.$queryRaw<{ id: string; name: string; other: string }[]>`
    SELECT DISTINCT o."id", o."name", x."name" AS other
    FROM "Organisation" o
    JOIN "Admission" a ON a."organisationId" = o."id" AND a."programmeId" = ANY(${[...programmeIds]}::uuid[])
    JOIN "Admission" b ON b."programmeId" = a."programmeId" AND b."organisationId" <> o."id" AND b."state" <> 'refused'
    JOIN "Organisation" x ON x."id" = b."organisationId"
    WHERE o."id" = ANY(${[...organisationIds]}::uuid[])
      AND (fold(x."name") % fold(o."name") OR fold(x."name") <% fold(o."name") OR fold(o."name") <% fold(x."name"))
    ORDER BY x."name"`;
  const similar = pairs.filter((pair) => isSimilarName(pair.name, pair.other));
  return new Map(organisationIds.map((id) => [id, similar.filter((pair) => pair.id === id).map(({ other }) => other)]));
}

/** One of the own offers and needs with its version, to be edited. Throws SignedOut, NotFound. */
export async function getOwnStatement(actor: Actor, slug: string, id: string): Promise<OwnStatement> {
  const { userId } = requirePerson(actor);
  const row = await db.statement.findFirst({ where: { id, organisation: { slug, memberships: { some: { userId, state: "active" } } } }, relationLoadStrategy: "join", select: ownStatementSelect.select });
  const { fields, ...statement } = found(row);
  return { ...statement, fields: fields.map(({ fieldCode }) => fieldCode) };
}

/** The logo as WebP, where the actor may see the profile; `isPublic`: anyone may. Throws NotFound. */
export async function getLogo(actor: Actor, slug: string, programmeId: string): Promise<{ webp: Uint8Array<ArrayBuffer>; isPublic: boolean }> {
  const row = await db.organisation.findFirst({
    where: { AND: [{ slug }, visibleAnywhere(actor, programmeId)] },
    select: { profileVisibility: true, logo: { select: { webp: true } }, admissions: { where: { programmeId, state: "approved" }, select: { id: true } } },
  });
  const { profileVisibility, logo, admissions } = found(row);
  return { webp: found(logo).webp, isPublic: profileVisibility === "public" && admissions.length > 0 };
}
