"use server";

import type { FormState } from "@/components/form/form";
import { resubmitOrganisation } from "@/domain/admission/commands";
import { resubmitSchema } from "@/domain/admission/schema";
import { submitForm } from "@/server/action";
import { getHomeProgramme } from "@/server/programme";

/** Sends an organisation that was asked back to the moderators again. */
export async function resubmitAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, resubmitSchema, async (actor, input) => {
    const programme = await getHomeProgramme();
    const result = await resubmitOrganisation(actor, programme.id, input.organisation);
    return result.ok ? { ok: true, redirectTo: `/organisations/${result.value.slug}/edit`, notice: "organisation_resubmitted" } : result;
  });
}
