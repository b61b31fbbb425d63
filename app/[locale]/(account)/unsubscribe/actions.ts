"use server";

import { z } from "zod";
import type { FormState } from "@/components/form/form";
import { unsubscribe } from "@/domain/mail/commands";
import { submitForm } from "@/server/action";
import { env } from "@/server/env";
import { readToken } from "@/server/mail/unsubscribe";

const tokenSchema = z.object({ token: z.string().max(300) });

/** Switches off what the link of a mail names. */
export async function unsubscribeAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, tokenSchema, async (_actor, { token }) => {
    const subscription = readToken(token, env().AUTH_SECRET);
    if (!subscription) return { ok: false, reason: "link_broken" };
    await unsubscribe(subscription);
    return { ok: true, redirectTo: `/unsubscribe?token=${encodeURIComponent(token)}`, notice: "mails_off" };
  });
}
