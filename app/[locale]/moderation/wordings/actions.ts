"use server";

import type { FormState } from "@/components/form/form";
import { resetWording, saveWording, tryWording } from "@/domain/wording/commands";
import { getWording } from "@/domain/wording/queries";
import { resetSchema, wordingSchema } from "@/domain/wording/schema";
import { submitForm } from "@/server/action";
import { env } from "@/server/env";
import { renderMail } from "@/server/mail/render";
import { eventExample, sampleOf } from "@/server/mail/samples";

type Address = { programme: string; kind: string; locale: string };

function addressOf({ programme, kind, locale }: Address): string {
  return `/moderation/wordings/${programme}/${kind}/${locale}`;
}

/** Saves a text, shows it with examples, or sends it so to the organiser: whichever button was pressed. */
export async function wordingAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, wordingSchema, async (actor, input) => {
    if (input.intent === "save") {
      const result = await saveWording(actor, input);
      return result.ok ? { ok: true, redirectTo: addressOf(input), notice: "wording_saved" } : result;
    }
    const { kind, locale, subject, body } = input;
    const event = eventExample(locale, (await getWording(actor, input)).example);
    const preview = { locale, ...renderMail(sampleOf(kind, locale, { event, wording: { subject, body } }), env().APP_URL) };
    if (input.intent === "preview") return { ok: true, preview };
    const result = await tryWording(actor, input, event);
    return result.ok ? { ok: true, preview, notice: "trial_sent" } : result;
  });
}

/** Goes back to the portal's own words. */
export async function resetAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, resetSchema, async (actor, input) => {
    const result = await resetWording(actor, input);
    return result.ok ? { ok: true, redirectTo: addressOf(input), notice: "wording_reset" } : result;
  });
}
