"use server";

import { getLocale } from "next-intl/server";
import type { FormState } from "@/components/form/form";
import { checkText } from "@/domain/aid/commands";
import { draftSchema, type WritingAid } from "@/domain/aid/schema";
import { addStatement } from "@/domain/organisation/commands/add-statement";
import { editStatement } from "@/domain/organisation/commands/edit-statement";
import { deleteStatement, moveStatement } from "@/domain/organisation/commands/move-statement";
import { addStatementSchema, editStatementSchema, moveStatementSchema, statementKeySchema } from "@/domain/organisation/schema";
import { NotFound, SignedOut } from "@/domain/result";
import { askForm, submitForm } from "@/server/action";
import { answerDenial } from "@/server/denial";
import { getHomeProgramme } from "@/server/programme";

async function ask(form: FormData) {
  const locale = await getLocale();
  return askForm(form, draftSchema, async (actor, draft) => checkText(actor, (await getHomeProgramme()).id, draft, locale));
}

/** A button that only has the text read: without JavaScript the page comes back with what was typed and what helps to write. */
const onlyAsks = (form: FormData) => form.has("check") || form.has("toggle");

async function answer(form: FormData): Promise<FormState> {
  const { reply, answer: aid } = await ask(form).catch(answerDenial);
  return aid ? { ...reply, aid } : reply;
}

/** Reads the text while somebody is writing. Null where it cannot be read just now, whatever the reason: typing goes on. */
export async function readTextAction(form: FormData): Promise<WritingAid | null> {
  try {
    return (await ask(form)).answer;
  } catch (error) {
    if (error instanceof NotFound || error instanceof SignedOut) return null;
    throw error;
  }
}

/** Adds an offer or a need. */
export async function addStatementAction(_previous: FormState, form: FormData): Promise<FormState> {
  if (onlyAsks(form)) return answer(form);
  return submitForm(form, addStatementSchema, async (actor, input) => {
    const result = await addStatement(actor, input);
    return result.ok ? { ok: true, redirectTo: `/organisations/${result.value.slug}/offers#${input.direction}`, notice: "statement_added" } : result;
  });
}

/** Changes an offer or a need. */
export async function editStatementAction(_previous: FormState, form: FormData): Promise<FormState> {
  if (onlyAsks(form)) return answer(form);
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
