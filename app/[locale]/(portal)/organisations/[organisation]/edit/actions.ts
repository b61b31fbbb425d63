"use server";

import type { FormState } from "@/components/form/form";
import { editProfile } from "@/domain/organisation/commands/edit-profile";
import { removeLogo, setLogo } from "@/domain/organisation/commands/set-logo";
import { editProfileSchema, logoSchema, organisationKeySchema } from "@/domain/organisation/schema";
import { submitForm } from "@/server/action";

/** Saves the form of the profile. Where somebody else saved meanwhile, the page comes again with what is stored now. */
export async function editProfileAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, editProfileSchema, async (actor, input) => {
    const result = await editProfile(actor, input);
    return result.ok ? { ok: true, redirectTo: `/organisations/${result.value.slug}/edit`, notice: "profile_saved" } : result;
  });
}

/** Stores an uploaded picture as the logo. */
export async function setLogoAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, logoSchema, async (actor, { organisation, logo }) => {
    const result = await setLogo(actor, organisation, new Uint8Array(await logo.arrayBuffer()));
    if (!result.ok) return { ...result, field: "logo" };
    return { ok: true, redirectTo: `/organisations/${result.value.slug}/edit`, notice: "logo_saved" };
  });
}

/** Takes the logo away. */
export async function removeLogoAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, organisationKeySchema, async (actor, { organisation }) => {
    const result = await removeLogo(actor, organisation);
    return result.ok ? { ok: true, redirectTo: `/organisations/${result.value.slug}/edit`, notice: "logo_removed" } : result;
  });
}
