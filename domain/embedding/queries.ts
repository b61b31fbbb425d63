import { type Closeness, closenessBy, unknownCloseness } from "@/domain/matching/closeness";
import { db } from "@/prisma/client";
import { fromBytes } from "./rules";

type Model = { id: string; floor: number };

/** Whether there is a model changes with the settings alone. */
const keptFor = 60_000;
let kept: { model: Promise<Model | null>; until: number } | undefined;

function getModel(): Promise<Model | null> {
  if (kept && kept.until > Date.now()) return kept.model;
  const model = db.embeddingModel.findFirst({ select: { id: true, floor: true } });
  kept = { model, until: Date.now() + keptFor };
  model.catch(() => (kept = undefined));
  return model;
}

/**
 * How close the offers and needs of these organisations are by their vectors; unknown, without a query, where no
 * embedding service has made any. Ids of organisations that the caller may see.
 */
export async function loadCloseness(organisationIds: readonly string[]): Promise<Closeness> {
  const model = await getModel();
  if (!model) return unknownCloseness;
  const rows = await db.$queryRaw<{ id: string; vector: Uint8Array }[]>`
    SELECT s."id", v."vector" FROM "Statement" s JOIN "StatementVector" v ON v."statementId" = s."id"
    WHERE s."organisationId" = ANY(${[...organisationIds]}::uuid[]) AND v."modelId" = ${model.id}::uuid
      AND v."textHash" = sha256(convert_to(s."text", 'UTF8'))`;
  return closenessBy(new Map(rows.map(({ id, vector }) => [id, fromBytes(vector)])), model.floor);
}
