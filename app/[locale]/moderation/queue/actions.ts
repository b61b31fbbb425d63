"use server";

import type { FormState } from "@/components/form/form";
import { discardJob, retryJob } from "@/domain/job/commands";
import { deadLetterSchema } from "@/domain/job/schema";
import { submitForm } from "@/server/action";

export async function retryJobAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, deadLetterSchema, async (actor, input) => {
    const result = await retryJob(actor, input);
    return result.ok ? { ok: true, redirectTo: "/moderation/queue", notice: "job_retried" } : result;
  });
}

export async function discardJobAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, deadLetterSchema, async (actor, input) => {
    const result = await discardJob(actor, input);
    return result.ok ? { ok: true, redirectTo: "/moderation/queue", notice: "job_discarded" } : result;
  });
}
