import type { Actor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { readOrganisations } from "@/domain/concept/commands";
import { analyse } from "@/domain/matching/analyse";
import { keepTelling } from "@/domain/matching/corrections";
import type { WrittenText } from "@/domain/matching/organisation";
import { pomostLexicon } from "@/domain/matching/pomost-lexicon";
import { ok, refuse, type Result } from "@/domain/result";
import { db, type Tx } from "@/prisma/client";
import { requireOrganisation } from "../access";
import { type AddStatementInput, limits } from "../schema";

/** What of the corrections says something of the text, as it is stored. */
export function correctionsOf({ text, locale, ...corrections }: WrittenText) {
  return keepTelling(analyse(text, locale, pomostLexicon()), corrections, pomostLexicon());
}

type Added = Result<{ slug: string }, "too_many_statements">;

/** Nobody else adds, moves or deletes while this transaction counts positions. */
export async function lockStatements(tx: Tx, organisationId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Organisation" WHERE "id" = ${organisationId}::uuid FOR NO KEY UPDATE`;
}

/**
 * Adds an offer or a need at the end of its list. The same submission (key) adds one.
 * Refusals: "too_many_statements". Throws SignedOut, NotFound.
 */
export async function addStatement(actor: Actor, input: AddStatementInput): Promise<Added> {
  const { id: organisationId, slug } = await requireOrganisation(actor, { slug: input.organisation }, "edit");
  const { direction, locale, text, key: submissionKey } = input;
  return db.$transaction(async (tx): Promise<Added> => {
    await lockStatements(tx, organisationId);
    const last = await tx.statement.aggregate({ where: { organisationId, direction }, _count: true, _max: { position: true } });
    const earlier = await tx.statement.count({ where: { organisationId, submissionKey } });
    if (earlier > 0) return ok({ slug });
    if (last._count >= limits.statements) return refuse("too_many_statements");
    const [added] = await tx.statement.createManyAndReturn({
      data: [{ organisationId, direction, locale, text, ...correctionsOf(input), submissionKey, position: (last._max.position ?? -1) + 1 }],
      skipDuplicates: true,
      select: { id: true },
    });
    // Only a key that another organisation's form used: it stands for nothing here.
    if (!added) return ok({ slug });
    await tx.statementField.createMany({ data: input.fields.map((fieldCode) => ({ statementId: added.id, fieldCode })) });
    await readOrganisations(tx, [organisationId]);
    await recordAudit(tx, actor, { action: "statement.add", objectType: "statement", objectId: added.id, organisationId, details: { direction, locale } });
    return ok({ slug });
  });
}
