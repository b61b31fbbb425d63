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
    if (!result.ok) return result;
    return { ok: true, redirectTo: `/moderation/${input.event}/registrations`, notice: notices[input.decision] };
  });
}
