"use server";

import type { FormState } from "@/components/form/form";
import { confirmTime, proposeTime } from "@/domain/outcome/commands/arrange-second";
import { rateMeeting, saveNote } from "@/domain/outcome/commands/rate-meeting";
import { shareContact, withdrawContact } from "@/domain/outcome/commands/share-contact";
import { wishSecond } from "@/domain/outcome/commands/wish-second";
import { confirmSchema, type MeetingKey, meetingKeySchema, noteSchema, proposeSchema, rateSchema, shareSchema, wishSchema } from "@/domain/outcome/schema";
import { submitForm } from "@/server/action";

/** Back to the meeting, with what was done. */
function back({ event, meeting }: MeetingKey, notice: string) {
  return { ok: true, redirectTo: `/events/${event}/outcomes#meeting-${meeting}`, notice } as const;
}

export async function rateAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, rateSchema, async (actor, { from, ...input }) => {
    const result = await rateMeeting(actor, input);
    if (!result.ok) return result;
    return from === "agenda" ? { ok: true, redirectTo: `/events/${input.event}/agenda`, notice: "outcome_saved" } : back(input, "outcome_saved");
  });
}

export async function noteAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, noteSchema, async (actor, input) => {
    await saveNote(actor, input);
    return back(input, input.text ? "note_saved" : "note_removed");
  });
}

export async function wishAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, wishSchema, async (actor, input) => {
    const result = await wishSecond(actor, input);
    if (!result.ok) return result;
    if (input.wish === "no") return back(input, "second_unwished");
    return back(input, result.value.isAgreed ? "second_agreed" : "second_wished");
  });
}

export async function proposeAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, proposeSchema, async (actor, input) => {
    const result = await proposeTime(actor, input);
    if (result.ok) return back(input, "second_proposed");
    return result.reason === "in_past" ? { ...result, field: "startsAt" } : result;
  });
}

export async function confirmAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, confirmSchema, async (actor, input) => {
    const result = await confirmTime(actor, input);
    return result.ok ? back(input, "second_confirmed") : result;
  });
}

export async function shareAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, shareSchema, async (actor, input) => {
    const result = await shareContact(actor, input);
    return result.ok ? back(input, result.value.isExchanged ? "contact_exchanged" : "contact_offered") : result;
  });
}

export async function withdrawAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, meetingKeySchema, async (actor, input) => {
    await withdrawContact(actor, input);
    return back(input, "contact_withdrawn");
  });
}
