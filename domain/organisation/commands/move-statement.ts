import type { Actor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { readOrganisations } from "@/domain/concept/commands";
import { found, ok, type Result } from "@/domain/result";
import { db, type Tx } from "@/prisma/client";
import { requireOrganisation } from "../access";
import { moveInList } from "../rules";
import type { MoveStatementInput, StatementKey } from "../schema";
import { lockStatements } from "./add-statement";

/** Numbers the statements in the order of these ids, in one statement to the database. */
async function renumber(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Statement" s SET "position" = o.place - 1
    FROM unnest(${[...ids]}::uuid[]) WITH ORDINALITY AS o(id, place)
    WHERE s."id" = o.id AND s."position" <> o.place - 1`;
}

/** Moves an offer or a need one place up or down; at the end of the list it stays. Throws SignedOut, NotFound. */
export async function moveStatement(actor: Actor, input: MoveStatementInput): Promise<Result<{ slug: string }, never>> {
  const { id: organisationId, slug } = await requireOrganisation(actor, { slug: input.organisation }, "edit");
  return db.$transaction(async (tx) => {
    await lockStatements(tx, organisationId);
    const { direction } = found(await tx.statement.findFirst({ where: { id: input.statement, organisationId }, select: { direction: true } }));
    const rows = await tx.statement.findMany({
      where: { organisationId, direction },
      orderBy: [{ position: "asc" }, { id: "asc" }],
      select: { id: true },
    });
    await renumber(tx, moveInList(rows.map(({ id }) => id), input.statement, input.to));
    await recordAudit(tx, actor, { action: "statement.move", objectType: "statement", objectId: input.statement, organisationId, details: { to: input.to } });
    return ok({ slug });
  });
}

/** Deletes an offer or a need; deleting it twice has the effect of once. Throws SignedOut, NotFound. */
export async function deleteStatement(actor: Actor, input: StatementKey): Promise<Result<{ slug: string }, never>> {
  const { id: organisationId, slug } = await requireOrganisation(actor, { slug: input.organisation }, "edit");
  return db.$transaction(async (tx) => {
    const { count } = await tx.statement.deleteMany({ where: { id: input.statement, organisationId } });
    if (count > 0) {
      await readOrganisations(tx, [organisationId]);
      await recordAudit(tx, actor, { action: "statement.delete", objectType: "statement", objectId: input.statement, organisationId });
    }
    return ok({ slug });
  });
}
