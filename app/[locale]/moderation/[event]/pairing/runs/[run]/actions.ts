"use server";

import type { FormState } from "@/components/form/form";
import { cancelPairing, discardPairing } from "@/domain/pairing/commands/start-pairing";
import { takePairings } from "@/domain/pairing/commands/take-pairings";
import { takePairingsSchema } from "@/domain/pairing/schema";
import { runKeySchema } from "@/domain/run/schema";
import { submitForm } from "@/server/action";

const address = ({ event, run }: { event: string; run: string }) => `/moderation/${event}/pairing/runs/${run}`;

export async function cancelPairingAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, runKeySchema, async (actor, input) => {
    const result = await cancelPairing(actor, input);
    return result.ok ? { ok: true, redirectTo: address(input) } : result;
  });
}

export async function discardPairingAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, runKeySchema, async (actor, input) => {
    const result = await discardPairing(actor, input);
    return result.ok ? { ok: true, redirectTo: `/moderation/${input.event}/pairing/suggest`, notice: "proposals_discarded" } : result;
  });
}

export async function takePairingsAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, takePairingsSchema, async (actor, input) => {
    const result = await takePairings(actor, input);
    if (!result.ok) return result;
    return { ok: true, redirectTo: address(input), notice: result.value.left === 0 ? "pairings_made" : "already_pairings_left" };
  });
}
