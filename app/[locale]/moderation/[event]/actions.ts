"use server";

import type { FormState } from "@/components/form/form";
import { nudgeParticipant } from "@/domain/overview/commands/nudge-participant";
import { nudgeSchema } from "@/domain/overview/schema";
import { submitForm } from "@/server/action";

export async function nudgeAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, nudgeSchema, async (actor, input) => {
    const result = await nudgeParticipant(actor, input);
    if (!result.ok) return result;
    return { ok: true, redirectTo: `/moderation/${input.event}?risk=${input.cause}`, notice: result.value.isWritten ? "participant_nudged" : "already_nudged" };
  });
}
