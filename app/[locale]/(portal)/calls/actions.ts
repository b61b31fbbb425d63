"use server";

import type { FormState } from "@/components/form/form";
import { acceptAnswer, declineAnswer } from "@/domain/call/commands/accept-answer";
import { answerCall, withdrawAnswerContact } from "@/domain/call/commands/answer-call";
import { closeCall, postCall } from "@/domain/call/commands/post-call";
import { reportCall } from "@/domain/call/commands/report-call";
import { acceptSchema, answerKeySchema, answerSchema, callKeySchema, postSchema, reportSchema } from "@/domain/call/schema";
import { submitForm } from "@/server/action";
import { getHomeProgramme } from "@/server/programme";

const pageOf = (call: string) => `/calls/${call}`;
/** Forms about an answer also say on which page they stand. */
const onPage = { call: callKeySchema.shape.call };

export async function postAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, postSchema, async (actor, input) => {
    const result = await postCall(actor, await getHomeProgramme(), input);
    if (result.ok) return { ok: true, redirectTo: pageOf(result.value.id), notice: "call_posted" };
    return result.reason === "in_past" || result.reason === "too_far" ? { ...result, field: "until" } : result;
  });
}

export async function closeAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, callKeySchema, async (actor, input) => {
    await closeCall(actor, input);
    return { ok: true, redirectTo: pageOf(input.call), notice: "call_closed" };
  });
}

export async function answerAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, answerSchema, async (actor, input) => {
    const result = await answerCall(actor, (await getHomeProgramme()).id, input);
    return result.ok ? { ok: true, redirectTo: pageOf(input.call), notice: "call_answered" } : result;
  });
}

/** Accepts where the two meet at an event. */
export async function meetAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, answerKeySchema.extend(onPage), async (actor, { call, ...input }) => {
    const result = await acceptAnswer(actor, input);
    return result.ok ? { ok: true, redirectTo: pageOf(call), notice: "answer_accepted" } : result;
  });
}

/** Accepts with contact details. */
export async function acceptAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, acceptSchema.extend(onPage), async (actor, { call, ...input }) => {
    const result = await acceptAnswer(actor, input);
    return result.ok ? { ok: true, redirectTo: pageOf(call), notice: "answer_accepted" } : result;
  });
}

export async function declineAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, answerKeySchema.extend(onPage), async (actor, { call, ...input }) => {
    const result = await declineAnswer(actor, input);
    return result.ok ? { ok: true, redirectTo: pageOf(call), notice: "answer_declined" } : result;
  });
}

export async function withdrawAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, answerKeySchema.extend(onPage), async (actor, { call, ...input }) => {
    await withdrawAnswerContact(actor, input);
    return { ok: true, redirectTo: pageOf(call), notice: "contact_withdrawn" };
  });
}

export async function reportAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, reportSchema, async (actor, input) => {
    const result = await reportCall(actor, (await getHomeProgramme()).id, input);
    return result.ok ? { ok: true, redirectTo: pageOf(input.call), notice: "call_reported" } : result;
  });
}
