import type { Actor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { readOrganisations } from "@/domain/concept/commands";
import { NotFound, ok, refuse, type Result } from "@/domain/result";
import { db } from "@/prisma/client";
import { requireOrganisation } from "../access";
import type { EditStatementInput } from "../schema";
import { correctionsOf } from "./add-statement";

type Edited = Result<{ slug: string }, "changed_meanwhile">;

/**
 * Changes an offer or a need. Requests that name it keep the words they were sent with.
 * Refusals: "changed_meanwhile" where somebody else saved it after this form was opened. Throws SignedOut, NotFound.
 */
export async function editStatement(actor: Actor, input: EditStatementInput): Promise<Edited> {
  const { id: organisationId, slug } = await requireOrganisation(actor, { slug: input.organisation }, "edit");
  const { statement: id, locale, text } = input;
  return db.$transaction(async (tx): Promise<Edited> => {
    const { count } = await tx.statement.updateMany({
      where: { id, organisationId, version: input.version },
      data: { locale, text, ...correctionsOf(input), version: { increment: 1 } },
    });
    if (count === 0) {
      if ((await tx.statement.count({ where: { id, organisationId } })) === 0) throw new NotFound("the statement is gone");
      return refuse("changed_meanwhile");
    }
    await tx.statementField.deleteMany({ where: { statementId: id } });
    await tx.statementField.createMany({ data: input.fields.map((fieldCode) => ({ statementId: id, fieldCode })) });
    await readOrganisations(tx, [organisationId]);
    await recordAudit(tx, actor, { action: "statement.edit", objectType: "statement", objectId: id, organisationId, details: { locale } });
    return ok({ slug });
  });
}
