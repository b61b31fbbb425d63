"use server";

import type { FormState } from "@/components/form/form";
import { resendDead, resendMail } from "@/domain/outbox/commands/resend-mails";
import { outboxPath } from "@/domain/outbox/rules";
import { outboxKeySchema, resendSchema } from "@/domain/outbox/schema";
import { submitForm } from "@/server/action";

/** Sends one mail again; the page comes again with what became of it. */
export async function resendAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, resendSchema, async (actor, input) => {
    const result = await resendMail(actor, input);
    return result.ok ? { ok: true, redirectTo: outboxPath(input.event), notice: "mail_resent" } : result;
  });
}

/** Sends all mails again that were given up. */
export async function resendDeadAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, outboxKeySchema, async (actor, input) => {
    await resendDead(actor, input);
    return { ok: true, redirectTo: outboxPath(input.event), notice: "mails_resent" };
  });
}
