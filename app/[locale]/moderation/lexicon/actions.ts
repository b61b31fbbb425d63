"use server";

import { z } from "zod";
import type { FormState } from "@/components/form/form";
import { readAllAgain } from "@/domain/concept/commands";
import { submitForm } from "@/server/action";

export async function readAgainAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, z.object({}), async (actor) => {
    const result = await readAllAgain(actor);
    return result.ok ? { ok: true, redirectTo: "/moderation/lexicon", notice: "reading_again" } : result;
  });
}
