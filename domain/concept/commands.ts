import type { Actor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { anyKey, mentionsOf, readingVersion } from "@/domain/matching/mentions";
import type { MatchStatement } from "@/domain/matching/organisation";
import { ok, type Result } from "@/domain/result";
import { db, type Tx } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";
import { requireCaretaker } from "./access";

const writtenSelect = {
  id: true,
  texts: { select: { locale: true, description: true } },
  statements: { select: { id: true, direction: true, locale: true, text: true, addedConcepts: true, removedConcepts: true, fields: { select: { fieldCode: true } } } },
} as const satisfies Prisma.OrganisationSelect;

type Row = Prisma.OrganisationGetPayload<{ select: typeof writtenSelect }>;

function mentionsOfRow({ id, texts, statements }: Row) {
  const written = {
    statements: statements.map(({ fields, ...statement }): MatchStatement => ({ ...statement, fields: fields.map(({ fieldCode }) => fieldCode) })),
    descriptions: texts.map(({ locale, description }) => ({ locale, text: description })),
  };
  return mentionsOf(written).map((mention) => ({ ...mention, organisationId: id }));
}

/**
 * Reads what organisations have written and stores what they speak of, instead of what was stored. Part of every
 * command that changes a text, so that whoever changes it is found by it at once. Holds the organisations' rows until
 * the end of the transaction.
 */
export async function readOrganisations(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.$queryRaw`SELECT 1 FROM "Organisation" WHERE "id" = ANY(${[...ids]}::uuid[]) ORDER BY "id" FOR NO KEY UPDATE`;
  const rows = await tx.organisation.findMany({ where: { id: { in: [...ids] } }, select: writtenSelect, relationLoadStrategy: "join" });
  const mentions = rows.flatMap(mentionsOfRow);
  await tx.mention.deleteMany({ where: { organisationId: { in: [...ids] } } });
  await tx.$executeRaw`
    INSERT INTO "Mention" ("organisationId", "source", "key", "strength")
    SELECT * FROM unnest(
      ${mentions.map(({ organisationId }) => organisationId)}::uuid[], ${mentions.map(({ source }) => source)}::"MentionSource"[],
      ${mentions.map(({ key }) => key)}::int[], ${mentions.map(({ strength }) => strength)}::smallint[])`;
  // Not through the model: reading changes nothing that its owner has written, and no time of it.
  await tx.$executeRaw`UPDATE "Organisation" SET "readBy" = ${readingVersion()} WHERE "id" = ANY(${[...ids]}::uuid[])`;
}

/** Organisations that the worker reads in one transaction. */
const batch = 50;

/**
 * Reads some organisations that nobody has read yet, or not by this lexicon. Answers whether there were any. Several
 * workers share the work.
 */
export async function readUnread(): Promise<boolean> {
  const version = readingVersion();
  return db.$transaction(async (tx) => {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      SELECT "id" FROM "Organisation" WHERE "readBy" IS NULL OR "readBy" < ${version} OR "readBy" > ${version}
      LIMIT ${batch} FOR NO KEY UPDATE SKIP LOCKED`;
    await readOrganisations(tx, rows.map(({ id }) => id));
    return rows.length > 0;
  });
}

/** No version of any lexicon: whoever was read by it is read again, and is found as before until then. */
const again = "again";

/**
 * Has the worker read all organisations again. While some wait to be read nothing is asked for anew, so that doing it
 * twice has the effect of once. Answers how many will be read. Throws NotFound, SignedOut.
 */
export async function readAllAgain(actor: Actor): Promise<Result<{ organisations: number }, never>> {
  requireCaretaker(actor);
  const version = readingVersion();
  return db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('Mention'))`;
    const organisations = await tx.$executeRaw`
      UPDATE "Organisation" SET "readBy" = ${again} WHERE "readBy" = ${version}
        AND NOT EXISTS (SELECT 1 FROM "Organisation" WHERE "readBy" < ${version} OR "readBy" > ${version})`;
    if (organisations > 0) await recordAudit(tx, actor, { action: "index.read_again", objectType: "lexicon", objectId: version, details: { organisations } });
    return ok({ organisations });
  });
}

/** A word that the lexicon does not know is common from this share of the organisations on; rarer ones are not counted. */
const commonWord = 0.005;

/** Counts anew how many organisations offer or need what. Counting twice has the effect of once. */
export async function countKeys(): Promise<void> {
  await db.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('KeyCount'))`;
      await tx.$executeRaw`DELETE FROM "KeyCount"`;
      await tx.$executeRaw`
        WITH spoken AS (SELECT DISTINCT "organisationId", "key" FROM "Mention" WHERE "source" <> 'description'),
          everybody AS (SELECT count(DISTINCT "organisationId") AS number FROM spoken)
        INSERT INTO "KeyCount" ("key", "organisations")
        SELECT "key", count(*) FROM spoken GROUP BY "key"
          HAVING "key" >= 0 OR count(*) >= greatest(3, ${commonWord}::float8 * (SELECT number FROM everybody))
        UNION ALL SELECT ${anyKey}, number FROM everybody`;
    },
    { timeout: 120_000 },
  );
}
