"use server";

import type { FormState } from "@/components/form/form";
import { requestMembership } from "@/domain/membership/commands/request-membership";
import { createOrganisation } from "@/domain/organisation/commands/create-organisation";
import { createOrganisationSchema, organisationKeySchema } from "@/domain/organisation/schema";
import { submitForm } from "@/server/action";
import { getHomeProgramme } from "@/server/programme";

/** The first form. Where a name is similar, the page comes again and shows whose. */
export async function createAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, createOrganisationSchema, async (actor, input) => {
    const programme = await getHomeProgramme();
    const result = await createOrganisation(actor, programme.id, input);
    if (result.ok) return { ok: true, redirectTo: `/organisations/${result.value.slug}/offers`, notice: "organisation_created" };
    if (result.reason !== "similar_exists") return result;
    const { key, name, type, region, shown } = input;
    if (shown === name) return { ok: false, reason: result.reason, field: "isAnother" };
    return { ok: true, redirectTo: `/organisations/new?${new URLSearchParams({ key, name, type, region, check: "1" })}` };
  });
}

/** Asks to join an organisation that is there already. */
export async function joinAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, organisationKeySchema, async (actor, input) => {
    const programme = await getHomeProgramme();
    const result = await requestMembership(actor, programme.id, input.organisation);
    return result.ok ? { ok: true, redirectTo: `/organisations/new/${result.value.slug}`, notice: "membership_requested" } : result;
  });
}
