"use server";

import type { FormState } from "@/components/form/form";
import { acceptInvitation, declineInvitation } from "@/domain/membership/commands/answer-invitation";
import { membershipKeySchema } from "@/domain/membership/schema";
import { submitForm } from "@/server/action";

/** Accepts an invitation to act for an organisation, and leads to its profile. */
export async function acceptInvitationAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, membershipKeySchema, async (actor, input) => {
    const result = await acceptInvitation(actor, input);
    return result.ok ? { ok: true, redirectTo: `/organisations/${result.value.slug}/edit`, notice: "invitation_accepted" } : result;
  });
}

/** Turns an invitation down. */
export async function declineInvitationAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, membershipKeySchema, async (actor, input) => {
    const result = await declineInvitation(actor, input);
    return result.ok ? { ok: true, redirectTo: "/desk", notice: "invitation_declined" } : result;
  });
}
