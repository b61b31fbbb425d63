"use server";

import { z } from "zod";
import type { FormState } from "@/components/form/form";
import { checkIn, checkOut } from "@/domain/attendance/commands";
import { checkInSchema } from "@/domain/attendance/schema";
import { cancelMeeting } from "@/domain/meeting/commands";
import { cancelMeetingSchema } from "@/domain/meeting/schema";
import { moveLateMeeting } from "@/domain/schedule/commands/move-late";
import { agendaScopes, moveLateSchema } from "@/domain/schedule/schema";
import { submitForm } from "@/server/action";

/** Whose agenda the reader looks at, to come back to it. */
const moveForm = moveLateSchema.extend({ scope: z.enum(agendaScopes).catch("mine") });

export async function checkInAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, checkInSchema, async (actor, input) => {
    const result = await checkIn(actor, input);
    return result.ok ? { ok: true, redirectTo: `/events/${input.event}/agenda`, notice: "checked_in" } : result;
  });
}

export async function checkOutAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, checkInSchema, async (actor, input) => {
    const result = await checkOut(actor, input);
    return result.ok ? { ok: true, redirectTo: `/events/${input.event}/agenda`, notice: "checked_out" } : result;
  });
}

export async function cancelMeetingAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, cancelMeetingSchema, async (actor, input) => {
    await cancelMeeting(actor, input);
    return { ok: true, redirectTo: `/events/${input.event}/agenda`, notice: "meeting_cancelled" };
  });
}

export async function moveLateAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, moveForm, async (actor, { scope, ...input }) => {
    const result = await moveLateMeeting(actor, input);
    const back = `/events/${input.event}/agenda${scope === "organisation" ? "?scope=organisation" : ""}`;
    return result.ok ? { ok: true, redirectTo: back, notice: "time_chosen" } : result;
  });
}
