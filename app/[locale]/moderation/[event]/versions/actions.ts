"use server";

import type { FormState } from "@/components/form/form";
import { takeBackSchedule } from "@/domain/schedule/commands/take-back-schedule";
import { takeBackSchema } from "@/domain/schedule/schema";
import { submitForm } from "@/server/action";

export async function takeBackAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, takeBackSchema, async (actor, input) => {
    const result = await takeBackSchedule(actor, input);
    return result.ok ? { ok: true, redirectTo: `/moderation/${input.event}/versions`, notice: "schedule_taken_back" } : result;
  });
}
