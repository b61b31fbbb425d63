"use server";

import type { FormState } from "@/components/form/form";
import { applyRepair, undoRepair } from "@/domain/schedule/commands/apply-repair";
import { applyRepairSchema, undoRepairSchema } from "@/domain/schedule/schema";
import { submitForm } from "@/server/action";

const draftOf = (event: string) => `/moderation/${event}/schedule`;

export async function applyRepairAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, applyRepairSchema, async (actor, input) => {
    const result = await applyRepair(actor, input);
    return result.ok ? { ok: true, redirectTo: draftOf(input.event), notice: "repair_applied" } : result;
  });
}

export async function undoRepairAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, undoRepairSchema, async (actor, input) => {
    const result = await undoRepair(actor, input);
    return result.ok ? { ok: true, redirectTo: draftOf(input.event), notice: "repair_undone" } : result;
  });
}
