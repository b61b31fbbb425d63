import type { Actor } from "@/domain/actor";
import type { Corrections } from "@/domain/concept/rules";
import { findCandidates, getFrequency } from "@/domain/concept/queries";
import { loadCloseness } from "@/domain/embedding/queries";
import { evenFrequency, measureBy } from "@/domain/matching/frequency";
import type { MatchOrganisation } from "@/domain/matching/organisation";
import { explainPair, suggestPartners, type ToldReason } from "@/domain/matching/suggest";
import { listWanted } from "@/domain/matching/wanted";
import { cardSelect, toCard } from "@/domain/organisation/queries";
import type { StatementView } from "@/domain/organisation/schema";
import { found } from "@/domain/result";
import { db } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";
import { listedFor, type Viewpoint } from "../access";
import type { SuggestedPartner, SuggestionReason } from "../schema";

/** What is compared of each organisation: hand the row to `toMatch`. */
export const matchSelect = {
  id: true,
  country: true,
  region: true,
  type: true,
  languages: true,
  wishedTypes: true,
  wishedRegions: true,
  statements: {
    select: { id: true, direction: true, locale: true, text: true, addedConcepts: true, removedConcepts: true, fields: { select: { fieldCode: true } } },
  },
} as const satisfies Prisma.OrganisationSelect;

type MatchRow = Prisma.OrganisationGetPayload<{ select: typeof matchSelect }>;
type Statement = StatementView & Corrections;

const toStatement = ({ fields, ...statement }: MatchRow["statements"][number]): Statement => ({
  ...statement,
  fields: fields.map((field) => field.fieldCode),
});

export const toMatch = ({ wishedTypes, wishedRegions, ...row }: MatchRow): MatchOrganisation & { statements: Statement[] } => ({
  ...row,
  wishes: { types: wishedTypes, regions: wishedRegions },
  statements: row.statements.map(toStatement),
});

/** The reasons with their sentences, as anybody reads them: what their authors corrected is told by the reasons alone. */
export function withSentences(reasons: readonly ToldReason[], statements: readonly StatementView[]): SuggestionReason[] {
  const byId = new Map(statements.map(({ id, direction, locale, text, fields }) => [id, { id, direction, locale, text, fields }]));
  return reasons.flatMap(({ kind, needId, offerId, fields, because }) => {
    const need = byId.get(needId);
    const offer = byId.get(offerId);
    return need && offer ? [{ kind, need, offer, fields, because }] : [];
  });
}

/** So many of the newest dismissals for their subject, and so many of their concepts, are remembered. */
const mostRemembered = 20;

/** Besides what is compared, the subjects that the organisation has found wrong, but for one who was dismissed just now. */
const ownSelect = (programmeId: string, justNow: string | undefined) => ({
  ...matchSelect,
  dismissals: {
    where: { programmeId, reason: "wrong_subject", ...(justNow === undefined ? {} : { dismissed: { slug: { not: justNow } } }) },
    orderBy: [{ createdAt: "desc" }, { dismissedId: "asc" }],
    take: mostRemembered,
    select: { conceptIds: true },
  },
} as const satisfies Prisma.OrganisationSelect);

type OwnRow = Prisma.OrganisationGetPayload<{ select: ReturnType<typeof ownSelect> }>;

function toOwnMatch({ dismissals, ...row }: OwnRow) {
  const concepts = new Set(dismissals.flatMap(({ conceptIds }) => conceptIds));
  return { ...toMatch(row), wrongSubjects: [...concepts].slice(0, mostRemembered) };
}

/** Not blocked by the own organisation, and not talking to it in this event already: nothing to suggest any more. */
function strangersTo(ownId: string, eventId: string | undefined): Prisma.OrganisationWhereInput {
  const welcome = { blockedBy: { none: { blockerId: ownId } } };
  if (eventId === undefined) return welcome;
  const open = { eventId, state: { in: ["pending" as const, "accepted" as const] } };
  return {
    ...welcome,
    sentRequests: { none: { ...open, recipientId: ownId } },
    receivedRequests: { none: { ...open, requesterId: ownId } },
    meetingSides: { none: { meeting: { eventId, state: "agreed", sides: { some: { organisationId: ownId } } } } },
  };
}

/** Keys that are looked for, and organisations that are compared by their texts. */
const mostWanted = 60;
const mostCompared = 60;

/**
 * The organisations that fit the viewpoint's own one best, with the sentences that meet. At most `most`.
 * @param justNow slug of one that was dismissed just now and keeps its place, so that it can be undone there
 */
export async function listSuggestions(actor: Actor, place: Viewpoint, most: number, justNow?: string): Promise<SuggestedPartner[]> {
  const { programmeId, eventId } = place;
  const [ownRow, frequency] = await Promise.all([
    db.organisation.findUnique({ where: { id: place.own.id }, select: ownSelect(programmeId, justNow), relationLoadStrategy: "join" }),
    getFrequency(),
  ]);
  const own = toOwnMatch(found(ownRow));
  const measure = measureBy(frequency);
  const wanted = listWanted(own, measure, mostWanted);
  const candidates = await findCandidates(wanted, { ownId: own.id, ownCountry: own.country, programmeId, eventId, justNow }, mostCompared);
  const rows = await db.organisation.findMany({
    where: { AND: [listedFor(actor, place), strangersTo(own.id, eventId), { id: { in: candidates } }] },
    select: { ...matchSelect, _count: { select: { shownTo: { where: { programmeId, viewerId: { not: own.id } } } } } },
    relationLoadStrategy: "join",
  });
  const others = rows.map(({ _count, ...row }) => ({ ...toMatch(row), shownTo: _count.shownTo }));
  const closeness = await loadCloseness([own.id, ...rows.map(({ id }) => id)]);
  const suggestions = suggestPartners(own, others, most, { ...measure, closeness });
  const cards = await db.organisation.findMany({
    where: { id: { in: suggestions.map((suggestion) => suggestion.organisationId) } },
    select: {
      ...cardSelect,
      dismissedBy: { where: { organisationId: own.id, programmeId }, select: { reason: true } },
      shownTo: { where: { viewerId: own.id, programmeId }, select: { shownId: true } },
    },
    relationLoadStrategy: "join",
  });
  return suggestions.flatMap(({ organisationId, reasons }) => {
    const shown = cards.find((one) => one.id === organisationId);
    if (!shown) return [];
    const { dismissedBy, shownTo, ...row } = shown;
    const card = toCard(row);
    const told = withSentences(reasons, [...own.statements, ...card.statements]);
    return [{ card, reasons: told, isDismissed: dismissedBy.length > 0, isNew: shownTo.length === 0 }];
  });
}

/** Reasons that two organisations are told about each other. */
export const mostReasons = 8;

/**
 * Why organisations fit the first one, told to it: the needs and offers that meet, by the other one's id. One query,
 * however many. Ids of organisations the caller may see.
 */
export async function listReasonsWith(ownId: string, otherIds: readonly string[]): Promise<Map<string, SuggestionReason[]>> {
  const ids = [ownId, ...otherIds];
  const [rows, closeness] = await Promise.all([
    db.organisation.findMany({ where: { id: { in: ids } }, select: matchSelect, relationLoadStrategy: "join" }),
    loadCloseness(ids),
  ]);
  const own = toMatch(found(rows.find((row) => row.id === ownId)));
  const measure = { ...measureBy(evenFrequency), closeness };
  const others = rows.filter((row) => row.id !== ownId).map(toMatch);
  return new Map(others.map((other) => [other.id, withSentences(explainPair(own, other, mostReasons, measure), [...own.statements, ...other.statements])]));
}

/** Why two organisations fit, told to the first: the needs and offers that meet. Ids of organisations the caller may see. */
export async function listReasons(ownId: string, otherId: string): Promise<SuggestionReason[]> {
  return (await listReasonsWith(ownId, [otherId])).get(otherId) ?? [];
}

/** Reasons that a suggestion tells first, and concepts that these name at the most. */
const toldFirst = 2;
const mostSubjects = 6;

/** The concepts that carry a suggestion, by their ids. Ids of organisations the caller may see. */
export async function listSubjects(ownId: string, otherId: string): Promise<string[]> {
  const told = (await listReasons(ownId, otherId)).slice(0, toldFirst);
  return [...new Set(told.flatMap(({ because }) => because.flatMap(({ concept }) => concept ?? [])))].slice(0, mostSubjects);
}
