"use server";

import type { FormState } from "@/components/form/form";
import { approveMembership, declineMembership } from "@/domain/membership/commands/answer-request";
import { changeRole, removeMember } from "@/domain/membership/commands/change-membership";
import { inviteMember } from "@/domain/membership/commands/invite-member";
import { changeRoleSchema, inviteMemberSchema, membershipKeySchema } from "@/domain/membership/schema";
import type { Result } from "@/domain/result";
import { type Outcome, submitForm } from "@/server/action";

/** Back to the people, with a notice. */
function toPeople(result: Result<{ slug: string }, string>, notice: string): Outcome {
  return result.ok ? { ok: true, redirectTo: `/organisations/${result.value.slug}/people`, notice } : result;
}

/** Invites a colleague by e-mail. */
export async function inviteAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, inviteMemberSchema, async (actor, input) => toPeople(await inviteMember(actor, input), "member_invited"));
}

/** Lets in somebody who asked. */
export async function approveMembershipAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, membershipKeySchema, async (actor, input) => toPeople(await approveMembership(actor, input), "membership_approved"));
}

/** Does not let in somebody who asked. */
export async function declineMembershipAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, membershipKeySchema, async (actor, input) => toPeople(await declineMembership(actor, input), "membership_declined"));
}

/** Makes somebody an owner or an editor. */
export async function changeRoleAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, changeRoleSchema, async (actor, input) => toPeople(await changeRole(actor, input), "role_changed"));
}

/** Ends a membership, or takes an invitation back. Who leaves is led to the own desk. */
export async function removeMemberAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, membershipKeySchema, async (actor, input) => {
    const result = await removeMember(actor, input);
    if (result.ok && result.value.isSelf) return { ok: true, redirectTo: "/desk", notice: "member_removed" };
    return toPeople(result, "member_removed");
  });
}
