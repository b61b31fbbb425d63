"use server";

import type { FormState } from "@/components/form/form";
import { closeReport } from "@/domain/safety/commands";
import { closeReportSchema } from "@/domain/safety/schema";
import { submitForm } from "@/server/action";

export async function closeReportAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, closeReportSchema, async (actor, input) => {
    await closeReport(actor, input);
    return { ok: true, redirectTo: `/moderation/${input.event}/reports`, notice: "report_closed" };
  });
}
