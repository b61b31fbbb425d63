import { db } from "@/prisma/client";
import { Prisma } from "@/prisma/generated/client";
import type { Direction } from "@/domain/organisation/schema";
import { retrySeconds, toBytes, withPrefix } from "./rules";
import type { ClaimedTexts, EmbeddingSettings } from "./schema";

/**
 * Whether an embedding service may get the texts of organisation `o`: others may see its profile, and a moderator has
 * let it into a programme, so that it is compared with anybody at all.
 */
const mayBeSent = Prisma.sql`
  (o."profileVisibility" <> 'moderators' AND EXISTS (SELECT 1 FROM "Admission" a WHERE a."organisationId" = o."id" AND a."state" = 'approved'))`;

/** Takes the settings over. Another model than before begins with no vectors. */
async function adoptModel({ name, prefixes, floor }: EmbeddingSettings): Promise<void> {
  if ((await db.embeddingModel.count({ where: { name, prefixes, floor } })) > 0) return;
  await db.$transaction(async (tx) => {
    await tx.embeddingModel.deleteMany({ where: { NOT: { name, prefixes } } });
    await tx.embeddingModel.createMany({ data: { name, prefixes, floor }, skipDuplicates: true });
    await tx.embeddingModel.updateMany({ where: { name, prefixes }, data: { floor } });
  });
}

type Row = { modelId: string; statementId: string; direction: Direction; text: string; textHash: Uint8Array };

/**
 * Takes texts that have no vector, or one of another text, for at most a minute: what a worker that died left is due
 * again after that, and so is the next look where there was nothing to do. Several workers never take the same. In no
 * order, and one by one after a failure, so that a text that the service cannot bear does not hold up the others.
 * @param most how many at the most
 */
export async function claimTexts(settings: EmbeddingSettings, most: number): Promise<ClaimedTexts | null> {
  await adoptModel(settings);
  const rows = await db.$queryRaw<Row[]>`
    WITH claimed AS (
      UPDATE "EmbeddingModel" SET "nextAttemptAt" = now() + interval '60 seconds'
      WHERE "nextAttemptAt" <= now() AND "name" = ${settings.name} AND "prefixes"::text = ${settings.prefixes}
      RETURNING "id", "failures"
    )
    SELECT c."id" AS "modelId", m.* FROM claimed c CROSS JOIN LATERAL (
      SELECT s."id" AS "statementId", s."direction"::text, s."text", sha256(convert_to(s."text", 'UTF8')) AS "textHash"
      FROM "Statement" s JOIN "Organisation" o ON o."id" = s."organisationId"
      LEFT JOIN "StatementVector" v ON v."statementId" = s."id" AND v."modelId" = c."id" AND v."textHash" = sha256(convert_to(s."text", 'UTF8'))
      WHERE v."statementId" IS NULL AND ${mayBeSent}
      ORDER BY random() LIMIT CASE WHEN c."failures" > 0 THEN 1 ELSE ${most}::int END
    ) m`;
  const [first] = rows;
  if (!first) return null;
  const texts = rows.map(({ statementId, direction, text, textHash }) => ({ statementId, textHash, text: withPrefix(settings.prefixes, direction, text) }));
  return { modelId: first.modelId, texts };
}

/**
 * Stores what the service has made, in the order of the texts; the next ones are due at once. Texts that were deleted
 * meanwhile are left out; of those that were changed the vector counts for nothing and is made again.
 * Answers "another_length" where the model's vectors had another one before, "gone" where another model has taken its place.
 */
export async function storeVectors({ modelId, texts }: ClaimedTexts, vectors: readonly Float32Array[]): Promise<"stored" | "another_length" | "gone"> {
  const dimensions = vectors[0]?.length ?? 0;
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");
  return db.$transaction(async (tx) => {
    // Holds the model until the end, so that no other one takes its place meanwhile.
    const held = await tx.$executeRaw`
      UPDATE "EmbeddingModel" SET "dimensions" = ${dimensions}::int, "failures" = 0, "nextAttemptAt" = now()
      WHERE "id" = ${modelId}::uuid AND COALESCE("dimensions", ${dimensions}::int) = ${dimensions}::int`;
    if (held === 0) return (await tx.embeddingModel.count({ where: { id: modelId } })) > 0 ? "another_length" : "gone";
    await tx.$executeRaw`
      INSERT INTO "StatementVector" ("statementId", "modelId", "dimensions", "textHash", "vector")
      SELECT s."id", ${modelId}::uuid, ${dimensions}::int, decode(made.hash, 'base64'), decode(made.vector, 'base64')
      FROM unnest(
        ${texts.map(({ statementId }) => statementId)}::uuid[], ${texts.map(({ textHash }) => base64(textHash))}::text[],
        ${vectors.map((vector) => base64(toBytes(vector)))}::text[]
      ) AS made(id, hash, vector) JOIN "Statement" s ON s."id" = made.id ORDER BY s."id"
      ON CONFLICT ("statementId") DO UPDATE SET "modelId" = EXCLUDED."modelId", "dimensions" = EXCLUDED."dimensions",
        "textHash" = EXCLUDED."textHash", "vector" = EXCLUDED."vector"`;
    return "stored";
  });
}

/** The service has failed: it is left alone, longer each time. Answers for how many seconds. */
export async function postponeTexts({ modelId }: ClaimedTexts, askedFor: number | null): Promise<number> {
  const [model] = await db.$queryRaw<{ failures: number }[]>`
    UPDATE "EmbeddingModel" SET "failures" = "failures" + 1 WHERE "id" = ${modelId}::uuid RETURNING "failures"`;
  const seconds = retrySeconds(model?.failures ?? 1, askedFor);
  await db.$executeRaw`UPDATE "EmbeddingModel" SET "nextAttemptAt" = now() + make_interval(secs => ${seconds}) WHERE "id" = ${modelId}::uuid`;
  return seconds;
}

/** Gives texts back that nobody has worked on: the worker stops. */
export async function releaseTexts({ modelId }: ClaimedTexts): Promise<void> {
  await db.$executeRaw`UPDATE "EmbeddingModel" SET "nextAttemptAt" = now() WHERE "id" = ${modelId}::uuid`;
}

/** Forgets the vectors of texts that may not be sent any more. Answers how many. */
export function forgetHiddenVectors(): Promise<number> {
  return db.$executeRaw`
    DELETE FROM "StatementVector" v USING "Statement" s, "Organisation" o
    WHERE s."id" = v."statementId" AND o."id" = s."organisationId" AND NOT ${mayBeSent}`;
}

/** Forgets the model with all its vectors, where no embedding service is set. */
export async function forgetVectors(): Promise<void> {
  await db.embeddingModel.deleteMany();
}
