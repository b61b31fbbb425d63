"use server";

import type { FormState } from "@/components/form/form";
import { cancelEvent } from "@/domain/alteration/commands/cancel-event";
import { cancelEventSchema } from "@/domain/alteration/schema";
import { submitForm } from "@/server/action";

export async function cancelEventAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, cancelEventSchema, async (actor, input) => {
    const result = await cancelEvent(actor, input);
    return result.ok ? { ok: true, redirectTo: `/moderation/${input.event}`, notice: "event_cancelled" } : result;
  });
}
