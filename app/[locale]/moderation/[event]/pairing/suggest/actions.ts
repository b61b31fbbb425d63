"use server";

import type { FormState } from "@/components/form/form";
import { startPairing } from "@/domain/pairing/commands/start-pairing";
import { startPairingSchema } from "@/domain/pairing/schema";
import { submitForm } from "@/server/action";

export async function startPairingAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, startPairingSchema, async (actor, input) => {
    const result = await startPairing(actor, input);
    return result.ok ? { ok: true, redirectTo: `/moderation/${input.event}/pairing/runs/${result.value.id}` } : result;
  });
}
