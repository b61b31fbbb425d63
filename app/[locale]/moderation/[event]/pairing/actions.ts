"use server";

import type { FormState } from "@/components/form/form";
import { pairOrganisations } from "@/domain/schedule/commands/pair-organisations";
import { pairSchema } from "@/domain/schedule/schema";
import { submitForm } from "@/server/action";

export async function pairAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, pairSchema, async (actor, input) => {
    const result = await pairOrganisations(actor, input);
    return result.ok ? { ok: true, redirectTo: `/moderation/${input.event}/pool`, notice: "pairing_made" } : result;
  });
}
