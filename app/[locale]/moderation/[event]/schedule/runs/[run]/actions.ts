"use server";

import type { FormState } from "@/components/form/form";
import { acceptRun, discardRun } from "@/domain/schedule/commands/decide-run";
import { cancelRun } from "@/domain/schedule/commands/start-run";
import { runKeySchema } from "@/domain/run/schema";
import { submitForm } from "@/server/action";

export async function cancelAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, runKeySchema, async (actor, input) => {
    const result = await cancelRun(actor, input);
    return result.ok ? { ok: true, redirectTo: `/moderation/${input.event}/schedule/runs/${input.run}` } : result;
  });
}

export async function acceptAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, runKeySchema, async (actor, input) => {
    const result = await acceptRun(actor, input);
    return result.ok ? { ok: true, redirectTo: `/moderation/${input.event}/schedule`, notice: "run_accepted" } : result;
  });
}

export async function discardAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, runKeySchema, async (actor, input) => {
    const result = await discardRun(actor, input);
    return result.ok ? { ok: true, redirectTo: `/moderation/${input.event}/schedule`, notice: "run_discarded" } : result;
  });
}
