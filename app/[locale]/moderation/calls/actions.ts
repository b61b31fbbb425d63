"use server";

import type { FormState } from "@/components/form/form";
import { hideCall } from "@/domain/call/commands/report-call";
import { hideSchema } from "@/domain/call/schema";
import { submitForm } from "@/server/action";

export async function hideAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, hideSchema, async (actor, input) => {
    await hideCall(actor, input);
    return { ok: true, redirectTo: "/moderation/calls", notice: input.hidden === "yes" ? "call_hidden" : "call_shown" };
  });
}
