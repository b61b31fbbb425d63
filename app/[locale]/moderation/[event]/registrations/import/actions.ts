"use server";

import { z } from "zod";
import type { FormState } from "@/components/form/form";
import { chooseColumns } from "@/domain/intake/commands/choose-columns";
import { confirmIntake } from "@/domain/intake/commands/confirm-intake";
import { uploadAnswers } from "@/domain/intake/commands/upload-answers";
import { chooseSchema, confirmIntakeSchema, uploadAnswersSchema } from "@/domain/intake/schema";
import { submitForm } from "@/server/action";

const formSchema = uploadAnswersSchema.extend({ file: z.instanceof(File, { error: "file_missing" }) });

const pageOf = ({ event, file }: { event: string; file: string }) => `/moderation/${event}/registrations/import/${file}`;

/** Keeps the answers of a form and leads to what they would become. */
export async function uploadAnswersAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, formSchema, async (actor, { event, file }) => {
    const content = new Uint8Array(await file.arrayBuffer());
    const result = await uploadAnswers(actor, { event, name: file.name, content });
    return result.ok ? { ok: true, redirectTo: pageOf({ event, file: result.value.id }) } : { ...result, field: "file" };
  });
}

/** Shows what the answers would become with other choices. */
export async function chooseColumnsAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, chooseSchema, async (actor, input) => {
    await chooseColumns(actor, input);
    return { ok: true, redirectTo: `${pageOf(input)}#lines` };
  });
}

/** Registers those whom the page has shown. */
export async function confirmIntakeAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, confirmIntakeSchema, async (actor, input) => {
    const result = await confirmIntake(actor, input);
    return result.ok ? { ok: true, redirectTo: pageOf(input) } : result;
  });
}
