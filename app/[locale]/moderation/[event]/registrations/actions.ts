"use server";

import type { FormState } from "@/components/form/form";
import { decideMany } from "@/domain/registration/commands/decide-many";
import { decideRegistration } from "@/domain/registration/commands/decide-registration";
import { undoBulk } from "@/domain/registration/commands/undo-bulk";
import { decideManySchema, decideSchema, undoBulkSchema } from "@/domain/registration/schema";
import { endConversations } from "@/domain/request/commands/end-conversations";
import { submitForm } from "@/server/action";

const notices = { approve: "registration_approved", return: "registration_returned", refuse: "registration_refused" } as const;

export async function decideAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, decideSchema, async (actor, input) => {
    const result = await decideRegistration(actor, input, endConversations);
    const redirectTo = `/moderation/${input.event}/registrations`;
    if (result.ok) return { ok: true, redirectTo, notice: notices[input.decision] };
    // Whoever comes second sees what the first has decided; the form that was sent may not be there any more.
    return result.reason === "already_decided" ? { ok: true, redirectTo, notice: "already_decided" } : result;
  });
}

/** The page that tells what became of a decision about several. */
const resultOf = (event: string, bulk: string) => `/moderation/${event}/registrations?bulk=${bulk}`;

export async function decideManyAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, decideManySchema, async (actor, input) => {
    const result = await decideMany(actor, input);
    return result.ok ? { ok: true, redirectTo: resultOf(input.event, result.value.id) } : result;
  });
}

export async function undoBulkAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, undoBulkSchema, async (actor, input) => {
    const result = await undoBulk(actor, input);
    return result.ok ? { ok: true, redirectTo: resultOf(input.event, result.value.id) } : result;
  });
}
