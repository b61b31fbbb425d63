"use server";

import type { FormState } from "@/components/form/form";
import { decideAdmission } from "@/domain/admission/commands";
import { decideAdmissionSchema } from "@/domain/admission/schema";
import { approveMembership, declineMembership } from "@/domain/membership/commands/answer-request";
import { membershipKeySchema } from "@/domain/membership/schema";
import { submitForm } from "@/server/action";

const notices = { approved: "admission_approved", returned: "admission_returned", refused: "admission_refused" } as const;

/** Admits, asks back or refuses. Where another moderator was first, the page comes again as it is now. */
export async function decideAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, decideAdmissionSchema, async (actor, input) => {
    const result = await decideAdmission(actor, input);
    return result.ok ? { ok: true, redirectTo: "/moderation/organisations", notice: notices[input.decision] } : result;
  });
}

/** Lets somebody in who asked to act for an organisation. */
export async function letInAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, membershipKeySchema, approveMembership);
}

/** Does not let somebody in who asked. */
export async function keepOutAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, membershipKeySchema, declineMembership);
}
