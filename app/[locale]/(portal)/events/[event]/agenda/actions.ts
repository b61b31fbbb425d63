"use server";

import type { FormState } from "@/components/form/form";
import { cancelMeeting } from "@/domain/meeting/commands";
import { cancelMeetingSchema } from "@/domain/meeting/schema";
import { submitForm } from "@/server/action";

export async function cancelMeetingAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, cancelMeetingSchema, async (actor, input) => {
    await cancelMeeting(actor, input);
    return { ok: true, redirectTo: `/events/${input.event}/agenda`, notice: "meeting_cancelled" };
  });
}
