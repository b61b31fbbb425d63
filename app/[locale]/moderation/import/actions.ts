"use server";

import { z } from "zod";
import type { FormState } from "@/components/form/form";
import { confirmImport } from "@/domain/import/commands/import-organisations";
import { uploadFile } from "@/domain/import/commands/upload-file";
import { confirmSchema, uploadSchema } from "@/domain/import/schema";
import { submitForm } from "@/server/action";

const formSchema = uploadSchema.extend({ file: z.instanceof(File, { error: "file_missing" }) });

/** Keeps a file and leads to its dry run. */
export async function uploadAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, formSchema, async (actor, { programme, file }) => {
    const content = new Uint8Array(await file.arrayBuffer());
    const result = await uploadFile(actor, { programme, name: file.name, content });
    return result.ok ? { ok: true, redirectTo: `/moderation/import/${result.value.id}` } : { ...result, field: "file" };
  });
}

/** Imports what the dry run has shown. */
export async function confirmAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, confirmSchema, async (actor, input) => {
    const result = await confirmImport(actor, input);
    return result.ok ? { ok: true, redirectTo: `/moderation/import/${input.file}` } : result;
  });
}
