import type { Actor } from "@/domain/actor";
import { type RecordedFigures, recordedFigures } from "@/domain/matching/figures";
import type { Frequency } from "@/domain/matching/frequency";
import { anyKey, readingVersion } from "@/domain/matching/mentions";
import { pomostLexicon } from "@/domain/matching/pomost-lexicon";
import type { Wanted } from "@/domain/matching/wanted";
import { db } from "@/prisma/client";
import { Prisma } from "@/prisma/generated/client";
import { requireCaretaker } from "./access";
import type { IndexState, LexiconState } from "./schema";

async function loadFrequency(): Promise<Frequency> {
  const [row] = await db.$queryRaw<{ keys: number[] | null; counts: number[] | null }[]>`
    SELECT array_agg("key") AS keys, array_agg("organisations") AS counts FROM "KeyCount"`;
  const byKey = new Map((row?.keys ?? []).map((key, index) => [key, row?.counts?.[index] ?? 0]));
  return { organisations: byKey.get(anyKey) ?? 0, byKey };
}

/** The counts change slowly, and what is worked out from them is kept as long as they are the same object. */
const keptFor = 60_000;
let kept: { frequency: Promise<Frequency>; until: number } | undefined;

/** How many organisations offer or need what, as it was counted last: up to a minute late. For all of the installation. */
export function getFrequency(): Promise<Frequency> {
  if (kept && kept.until > Date.now()) return kept.frequency;
  const frequency = loadFrequency();
  kept = { frequency, until: Date.now() + keptFor };
  frequency.catch(() => (kept = undefined));
  return frequency;
}

/**
 * Whose partners are looked for, and where: in a programme, or among those who take part in one of its events.
 * `justNow`: slug of one that was dismissed just now and is looked for all the same. `isAcross`: those of other countries
 * alone, so that those of the own one take no place.
 */
type Search = { ownId: string; ownCountry: string; programmeId: string; eventId: string | undefined; justNow?: string | undefined; isAcross?: boolean };

/**
 * Of an event's few participants all are looked at, however many organisations others speak of the same; of a whole
 * programme those who speak of it most clearly.
 */
const within = ({ ownCountry, eventId, isAcross }: Search) => Prisma.sql`
  ${eventId === undefined ? Prisma.empty : Prisma.sql`
    AND "organisationId" IN (SELECT r."organisationId" FROM "Registration" r WHERE r."eventId" = ${eventId}::uuid AND r."state" = 'approved')`}
  ${isAcross ? Prisma.sql`AND "organisationId" IN (SELECT "id" FROM "Organisation" WHERE "country" <> ${ownCountry})` : Prisma.empty}`;

/** Whether the organisation `o` takes part, is of a wanted country, and was not dismissed. */
const takesPart = ({ ownId, ownCountry, programmeId, eventId, justNow, isAcross }: Search) => Prisma.sql`
  ${isAcross ? Prisma.sql`o."country" <> ${ownCountry} AND` : Prisma.empty}
  (o."slug" = ${justNow ?? ""} OR NOT EXISTS (
    SELECT 1 FROM "Dismissal" d WHERE d."organisationId" = ${ownId}::uuid AND d."programmeId" = ${programmeId}::uuid AND d."dismissedId" = o."id")) AND
  EXISTS (SELECT 1 FROM "Admission" a WHERE a."organisationId" = o."id" AND a."programmeId" = ${programmeId}::uuid AND a."state" = 'approved')
  ${eventId === undefined ? Prisma.empty : Prisma.sql`
    AND EXISTS (SELECT 1 FROM "Registration" r WHERE r."organisationId" = o."id" AND r."eventId" = ${eventId}::uuid AND r."state" = 'approved')`}`;

/** Rows that are read for one key: those who speak of it most clearly. */
const mostPerKey = 400;
/** Organisations that nobody has read yet and that are looked at in any case, the newest first. */
const mostUnread = 50;

/**
 * Ids of the organisations that speak of what is wanted, those who answer most of it first; then those that nobody has
 * read yet. Roughly: the engine compares them. The caller narrows them to what the actor may see.
 * @param most how many at the most
 */
export async function findCandidates(wanted: readonly Wanted[], search: Search, most: number): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    WITH wanted AS (
      SELECT * FROM unnest(
        ${wanted.map(({ source }) => source)}::"MentionSource"[], ${wanted.map(({ statement }) => statement)}::int[], ${wanted.map(({ part }) => part)}::int[],
        ${wanted.map(({ key }) => key)}::int[], ${wanted.map(({ weight }) => weight)}::float8[]) AS w(source, statement, part, key, weight)
    ), answered AS (
      SELECT w.source, w.statement, m."organisationId", max(w.weight * m."strength") AS worth
      FROM wanted w CROSS JOIN LATERAL (
        SELECT "organisationId", "strength" FROM "Mention"
        WHERE "source" = w.source AND "key" = w.key ${within(search)} ORDER BY "strength" DESC, "organisationId" LIMIT ${mostPerKey}
      ) m GROUP BY w.source, w.statement, w.part, m."organisationId"
    ), statements AS (
      SELECT source, "organisationId", sum(worth) AS worth FROM answered GROUP BY source, statement, "organisationId"
    ), sides AS (
      SELECT "organisationId", coalesce(max(worth) FILTER (WHERE source = 'offer'), 0) AS theirs, coalesce(max(worth) FILTER (WHERE source = 'need'), 0) AS ours
      FROM statements GROUP BY "organisationId"
    ), known AS (
      SELECT o."id", (greatest(s.theirs, s.ours) + 0.6 * least(s.theirs, s.ours)) * CASE WHEN o."country" = ${search.ownCountry} THEN 1 ELSE 1.25 END AS score
      FROM sides s JOIN "Organisation" o ON o."id" = s."organisationId"
      WHERE o."id" <> ${search.ownId}::uuid AND ${takesPart(search)}
      ORDER BY score DESC, o."id" LIMIT ${most}
    ), unread AS (
      SELECT o."id", 0 AS score FROM "Organisation" o
      WHERE o."readBy" IS NULL AND o."id" <> ${search.ownId}::uuid AND ${takesPart(search)}
      ORDER BY o."id" DESC LIMIT ${mostUnread}
    )
    SELECT "id" FROM (SELECT * FROM known UNION ALL SELECT * FROM unread) AS found GROUP BY "id" ORDER BY max(score) DESC, "id"`;
  return rows.map(({ id }) => id);
}

async function getIndexState(): Promise<IndexState> {
  const [state] = await db.$queryRaw<IndexState[]>`
    SELECT count(*)::int AS organisations,
      (count(*) FILTER (WHERE "readBy" = ${readingVersion()}))::int AS "upToDate",
      (count(*) FILTER (WHERE "readBy" IS NULL))::int AS unread,
      (SELECT count(*)::int FROM "Mention") AS mentions,
      (SELECT count(*)::int FROM "KeyCount") AS counts,
      (SELECT min("countedAt") FROM "KeyCount") AS "countedAt"
    FROM "Organisation"`;
  return state ?? { organisations: 0, upToDate: 0, unread: 0, mentions: 0, counts: 0, countedAt: null };
}

/** What the lexicon holds, how well it ranks, and how far the index has come. Throws NotFound, SignedOut. */
export async function getLexiconState(actor: Actor): Promise<{ lexicon: LexiconState; figures: RecordedFigures; index: IndexState; vectors: number }> {
  requireCaretaker(actor);
  const [index, vectors] = await Promise.all([getIndexState(), db.statementVector.count()]);
  const { version, concepts } = pomostLexicon();
  const wordings = concepts.reduce((sum, { en, de, pl }) => sum + en.length + de.length + pl.length, 0);
  return { lexicon: { version, concepts: concepts.length, wordings }, figures: recordedFigures, index, vectors };
}
