"use server";

import type { FormState } from "@/components/form/form";
import { askInterest } from "@/domain/event/commands/ask-interest";
import { interestSchema } from "@/domain/event/schema";
import { cancelRegistration } from "@/domain/registration/commands/cancel-registration";
import { changeRegistration } from "@/domain/registration/commands/change-registration";
import { registerParticipant } from "@/domain/registration/commands/register-participant";
import { cancelSchema, changeSchema, registerSchema } from "@/domain/registration/schema";
import { endConversations } from "@/domain/request/commands/end-conversations";
import { submitForm } from "@/server/action";
import { getClient } from "@/server/client";

/** The field that a refusal belongs to, where it belongs to one. */
function atField<R extends string>(reason: R) {
  return { ok: false as const, reason, ...(reason.startsWith("slot_") ? { field: "slots" } : {}) };
}

export async function registerAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, registerSchema, async (actor, input) => {
    const result = await registerParticipant(actor, input);
    if (!result.ok) return atField(result.reason);
    const notice = result.value.state === "waiting" ? "registration_waiting" : "registration_sent";
    return { ok: true, redirectTo: `/events/${input.event}/register`, notice };
  });
}

export async function changeAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, changeSchema, async (actor, input) => {
    const result = await changeRegistration(actor, input);
    if (!result.ok) return atField(result.reason);
    return { ok: true, redirectTo: `/events/${input.event}/register`, notice: "registration_saved" };
  });
}

export async function cancelAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, cancelSchema, async (actor, input) => {
    const result = await cancelRegistration(actor, input, endConversations);
    return result.ok ? { ok: true, redirectTo: `/events/${input.event}/register`, notice: "registration_cancelled" } : result;
  });
}

export async function interestAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, interestSchema, async (_actor, input) => {
    const { client } = await getClient();
    const result = await askInterest(input, client);
    return result.ok ? { ok: true, redirectTo: `/events/${input.event}/register`, notice: "interest_sent" } : result;
  });
}
