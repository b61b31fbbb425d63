"use server";

import type { FormState } from "@/components/form/form";
import { deleteSearch, renameSearch, saveSearch } from "@/domain/search/commands/save-search";
import { deleteSearchSchema, renameSearchSchema, saveSearchSchema } from "@/domain/search/schema";
import { submitForm } from "@/server/action";
import { getHomeProgramme } from "@/server/programme";

/** Keeps the search that a directory shows. */
export async function saveSearchAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, saveSearchSchema, async (actor, input) => {
    const result = await saveSearch(actor, (await getHomeProgramme()).id, input);
    return result.ok ? { ok: true, redirectTo: "/searches", notice: "search_saved" } : result;
  });
}

/** Gives a saved search another name. */
export async function renameSearchAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, renameSearchSchema, async (actor, input) => {
    const result = await renameSearch(actor, input);
    return result.ok ? { ok: true, redirectTo: "/searches", notice: "search_renamed" } : result;
  });
}

/** Forgets a saved search. */
export async function deleteSearchAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, deleteSearchSchema, async (actor, input) => {
    const result = await deleteSearch(actor, input);
    return result.ok ? { ok: true, redirectTo: "/searches", notice: "search_deleted" } : result;
  });
}
