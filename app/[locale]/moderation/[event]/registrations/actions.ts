"use server";

import type { FormState } from "@/components/form/form";
import { decideRegistration } from "@/domain/registration/commands/decide-registration";
import { decideSchema } from "@/domain/registration/schema";
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
