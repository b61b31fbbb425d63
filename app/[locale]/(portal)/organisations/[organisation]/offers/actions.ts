"use server";

import type { FormState } from "@/components/form/form";
import { addStatement } from "@/domain/organisation/commands/add-statement";
import { editStatement } from "@/domain/organisation/commands/edit-statement";
import { deleteStatement, moveStatement } from "@/domain/organisation/commands/move-statement";
import { addStatementSchema, editStatementSchema, moveStatementSchema, statementKeySchema } from "@/domain/organisation/schema";
import { submitForm } from "@/server/action";

/** Adds an offer or a need. */
export async function addStatementAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, addStatementSchema, async (actor, input) => {
    const result = await addStatement(actor, input);
    return result.ok ? { ok: true, redirectTo: `/organisations/${result.value.slug}/offers#${input.direction}`, notice: "statement_added" } : result;
  });
}

/** Changes an offer or a need. */
export async function editStatementAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, editStatementSchema, async (actor, input) => {
    const result = await editStatement(actor, input);
    return result.ok ? { ok: true, redirectTo: `/organisations/${result.value.slug}/offers#statement-${input.statement}`, notice: "statement_saved" } : result;
  });
}

/** Moves an offer or a need one place. */
export async function moveStatementAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, moveStatementSchema, async (actor, input) => {
    const result = await moveStatement(actor, input);
    return result.ok ? { ok: true, redirectTo: `/organisations/${result.value.slug}/offers#statement-${input.statement}` } : result;
  });
}

/** Deletes an offer or a need. */
export async function deleteStatementAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, statementKeySchema, async (actor, input) => {
    const result = await deleteStatement(actor, input);
    return result.ok ? { ok: true, redirectTo: `/organisations/${result.value.slug}/offers`, notice: "statement_deleted" } : result;
  });
}
