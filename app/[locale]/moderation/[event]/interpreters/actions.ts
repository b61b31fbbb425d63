"use server";

import type { FormState } from "@/components/form/form";
import { addInterpreter, changeInterpreter, chooseInterpreter, removeInterpreter } from "@/domain/interpreter/commands";
import { addInterpreterSchema, changeInterpreterSchema, chooseSchema, interpreterKeySchema, presenceSchema } from "@/domain/interpreter/schema";
import { bringBackInterpreter, takeOutInterpreter } from "@/domain/schedule/commands/replace-interpreter";
import { submitForm } from "@/server/action";

function refusal({ reason }: { reason: string }) {
  return { ok: false as const, reason, ...(reason === "interpreter_name_taken" ? { field: "name" } : {}) };
}

function done(event: string, notice: string, part = "") {
  return { ok: true as const, redirectTo: `/moderation/${event}/interpreters${part}`, notice };
}

export async function addInterpreterAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, addInterpreterSchema, async (actor, input) => {
    const result = await addInterpreter(actor, input);
    return result.ok ? done(input.event, "interpreter_saved", "#list") : refusal(result);
  });
}

export async function changeInterpreterAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, changeInterpreterSchema, async (actor, input) => {
    const result = await changeInterpreter(actor, input);
    return result.ok ? done(input.event, "interpreter_saved", "#list") : refusal(result);
  });
}

export async function removeInterpreterAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, interpreterKeySchema, async (actor, input) => {
    const result = await removeInterpreter(actor, input);
    return result.ok ? done(input.event, "interpreter_removed", "#list") : refusal(result);
  });
}

export async function chooseInterpreterAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, chooseSchema, async (actor, input) => {
    const result = await chooseInterpreter(actor, input);
    return result.ok ? done(input.event, "interpreter_chosen", "#plan") : refusal(result);
  });
}

export async function takeOutAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, presenceSchema, async (actor, input) => {
    const result = await takeOutInterpreter(actor, input);
    return result.ok ? done(input.event, "interpreter_away") : refusal(result);
  });
}

export async function bringBackAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, presenceSchema, async (actor, input) => {
    const result = await bringBackInterpreter(actor, input);
    return result.ok ? done(input.event, "interpreter_back") : refusal(result);
  });
}
