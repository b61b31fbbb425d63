"use server";

import type { FormState } from "@/components/form/form";
import { editVisibility } from "@/domain/organisation/commands/edit-visibility";
import { editVisibilitySchema } from "@/domain/organisation/schema";
import { submitForm } from "@/server/action";

/** Saves who may see the profile and the contact. */
export async function editVisibilityAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, editVisibilitySchema, async (actor, input) => {
    const result = await editVisibility(actor, input);
    return result.ok ? { ok: true, redirectTo: `/organisations/${result.value.slug}/visibility`, notice: "visibility_saved" } : result;
  });
}
