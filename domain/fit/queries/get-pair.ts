import { getFrequency } from "@/domain/concept/queries";
import { matchSelect, toMatch, withSentences } from "@/domain/directory/queries/list-suggestions";
import { searchWords } from "@/domain/directory/schema";
import { loadCloseness } from "@/domain/embedding/queries";
import { chooseText } from "@/domain/event/rules";
import type { Locale } from "@/domain/input";
import { measureFit } from "@/domain/matching/fit";
import { measureBy } from "@/domain/matching/frequency";
import { explainPair } from "@/domain/matching/suggest";
import { db } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";
import { type FitPlace, takersOf } from "../access";
import { type Choices, type ComparedPair, type FitFilters, pageSize, type PairingPlace, type PairPage, type Partner } from "../schema";
import { rankPartners } from "./rank-partners";

const namedSelect = { id: true, slug: true, name: true, country: true } as const satisfies Prisma.OrganisationSelect;
type Row = Prisma.OrganisationGetPayload<{ select: typeof namedSelect }>;

const toNamed = ({ slug, name, country }: Row) => ({ slug, name, country });

async function listChoices(place: FitPlace, { q, page: wantedPage }: FitFilters, except: string[]): Promise<Choices> {
  const words = searchWords(q);
  const ids = words.length === 0 ? null : await db.$queryRaw<{ id: string }[]>`SELECT id FROM search_organisations(${words}::text[]) AS id`;
  const where: Prisma.OrganisationWhereInput = { AND: [takersOf(place), { id: { notIn: except } }, ids ? { id: { in: ids.map(({ id }) => id) } } : {}] };
  const total = await db.organisation.count({ where });
  const pageCount = Math.max(1, Math.ceil(total / pageSize));
  const page = Math.min(wantedPage, pageCount);
  const rows = await db.organisation.findMany({ where, orderBy: [{ name: "asc" }, { id: "asc" }], skip: (page - 1) * pageSize, take: pageSize, select: namedSelect });
  return { found: rows.map(toNamed), total, page, pageCount };
}

/** Partners that are suggested for the first of two. */
const mostPartners = 10;

async function listPartners(place: FitPlace, id: string): Promise<Partner[]> {
  const ranked = (await rankPartners(place, [id], mostPartners)).get(id) ?? [];
  const rows = await db.organisation.findMany({ where: { id: { in: ranked.map((partner) => partner.id) } }, select: namedSelect });
  return ranked.flatMap(({ id: partnerId, fit }) => {
    const row = rows.find((one) => one.id === partnerId);
    return row ? [{ ...toNamed(row), fit }] : [];
  });
}

/** Events for meetings, still to come, in which both take part; of a place that is an event, this one alone. */
async function listPairingPlaces({ programmeId, eventId }: FitPlace, ids: readonly string[], locale: Locale): Promise<PairingPlace[]> {
  const takesPartToo = (organisationId: string): Prisma.EventWhereInput => ({ registrations: { some: { organisationId, state: "approved" } } });
  const events = await db.event.findMany({
    where: { programmeId, kind: "matchmaking", endsAt: { gt: new Date() }, ...(eventId === undefined ? {} : { id: eventId }), AND: ids.map(takesPartToo) },
    orderBy: { startsAt: "asc" },
    select: { slug: true, texts: { select: { locale: true, title: true } } },
  });
  return events.flatMap(({ slug, texts }) => {
    const text = chooseText(texts, locale);
    return text ? [{ slug, title: text.title, textLocale: text.locale }] : [];
  });
}

/** Reasons that are told about a pair. */
const mostReasons = 12;

async function compare(place: FitPlace, [leftId, rightId]: readonly [string, string], locale: Locale): Promise<ComparedPair | null> {
  const [rows, frequency, closeness, events] = await Promise.all([
    db.organisation.findMany({ where: { id: { in: [leftId, rightId] } }, select: matchSelect, relationLoadStrategy: "join" }),
    getFrequency(),
    loadCloseness([leftId, rightId]),
    listPairingPlaces(place, [leftId, rightId], locale),
  ]);
  const [left, right] = [leftId, rightId].map((id) => rows.find((row) => row.id === id)).map((row) => row && toMatch(row));
  if (!left || !right) return null;
  const measure = { ...measureBy(frequency), closeness };
  // Each side's needs are told to that side, so that "you" is always the one who looks for something.
  const reasons = withSentences(explainPair(left, right, mostReasons, measure), [...left.statements, ...right.statements]);
  const forRight = reasons.filter(({ kind }) => kind === "you_offer").map((reason) => ({ ...reason, kind: "they_offer" as const }));
  return { fit: measureFit(left, right, measure), forLeft: reasons.filter(({ kind }) => kind === "they_offer"), forRight, events };
}

/** Two organisations of a place compared, or what there is to choose as long as fewer are chosen. */
export async function getPair(place: FitPlace, filters: FitFilters, locale: Locale): Promise<PairPage> {
  const slugs = [filters.left, filters.right].filter((slug) => slug !== undefined);
  const chosen = slugs.length === 0 ? [] : await db.organisation.findMany({ where: { AND: [takersOf(place), { slug: { in: slugs } }] }, select: namedSelect });
  const [one, two] = [filters.left, filters.right].map((slug) => chosen.find((row) => row.slug === slug));
  const [left, right] = one ? [one, two?.id === one.id ? undefined : two] : [two, undefined];
  const names = { left: left ? toNamed(left) : null, right: right ? toNamed(right) : null };
  if (left && right) return { ...names, choices: null, partners: [], compared: await compare(place, [left.id, right.id], locale) };
  const [choices, partners] = await Promise.all([
    listChoices(place, filters, left ? [left.id] : []),
    left && filters.q === "" && filters.page === 1 ? listPartners(place, left.id) : [],
  ]);
  return { ...names, choices, partners, compared: null };
}
