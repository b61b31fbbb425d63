"use server";

import type { FormState } from "@/components/form/form";
import { allowEvidence, disallowEvidence } from "@/domain/evidence/commands";
import { readerSchema } from "@/domain/evidence/schema";
import { submitForm } from "@/server/action";

export async function allowEvidenceAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, readerSchema, async (actor, input) => {
    await allowEvidence(actor, input);
    return { ok: true, redirectTo: "/moderation/evidence", notice: "evidence_allowed" };
  });
}

export async function disallowEvidenceAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, readerSchema, async (actor, input) => {
    await disallowEvidence(actor, input);
    return { ok: true, redirectTo: "/moderation/evidence", notice: "evidence_disallowed" };
  });
}
