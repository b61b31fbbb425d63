"use server";

import type { FormState } from "@/components/form/form";
import { answerCooperation, setStage } from "@/domain/cooperation/commands/answer-cooperation";
import { noteCooperation, removeCooperation } from "@/domain/cooperation/commands/note-cooperation";
import { answerSchema, cooperationKeySchema, noteSchema, stageSchema } from "@/domain/cooperation/schema";
import { submitForm } from "@/server/action";
import { getHomeProgramme } from "@/server/programme";

function back(notice: string, id?: string) {
  return { ok: true, redirectTo: id === undefined ? "/cooperations" : `/cooperations#cooperation-${id}`, notice } as const;
}

export async function noteAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, noteSchema, async (actor, input) => {
    const result = await noteCooperation(actor, (await getHomeProgramme()).id, input);
    return result.ok ? back("cooperation_noted", result.value.id) : result;
  });
}

export async function stageAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, stageSchema, async (actor, input) => {
    await setStage(actor, input);
    return back("stage_saved", input.cooperation);
  });
}

export async function answerAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, answerSchema, async (actor, input) => {
    await answerCooperation(actor, input);
    return back("cooperation_answered", input.cooperation);
  });
}

export async function removeAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, cooperationKeySchema, async (actor, input) => {
    await removeCooperation(actor, input);
    return back("cooperation_removed");
  });
}
