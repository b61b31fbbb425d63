"use server";

import type { FormState } from "@/components/form/form";
import { moveEvent } from "@/domain/alteration/commands/move-event";
import { moveSchema } from "@/domain/alteration/schema";
import { submitForm } from "@/server/action";

export async function moveAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, moveSchema, async (actor, input) => {
    const result = await moveEvent(actor, input);
    return result.ok ? { ok: true, redirectTo: `/moderation/${input.event}/settings`, notice: "event_moved" } : result;
  });
}
