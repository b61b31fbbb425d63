"use server";

import type { FormState } from "@/components/form/form";
import { confirmInterest } from "@/domain/event/commands/ask-interest";
import { confirmInterestSchema } from "@/domain/event/schema";
import { submitForm } from "@/server/action";

export async function confirmAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, confirmInterestSchema, async (_actor, input) => {
    const result = await confirmInterest(input);
    return result.ok ? { ok: true, redirectTo: `/events/${result.value.eventSlug}/register`, notice: "interest_confirmed" } : result;
  });
}
