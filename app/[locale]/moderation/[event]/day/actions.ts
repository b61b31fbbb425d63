"use server";

import type { FormState } from "@/components/form/form";
import { setAttendance } from "@/domain/attendance/commands";
import { setAttendanceSchema } from "@/domain/attendance/schema";
import { boardAddress, boardViewSchema } from "@/domain/day/schema";
import { submitForm } from "@/server/action";

/** What the moderator looks at, to come back to it. */
const attendanceForm = setAttendanceSchema.extend(boardViewSchema.shape);

export async function setAttendanceAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, attendanceForm, async (actor, { event, registration, state, version, ...view }) => {
    const result = await setAttendance(actor, { event, registration, state, version });
    return result.ok ? { ok: true, redirectTo: boardAddress(event, view), notice: `attendance_${state}` } : result;
  });
}
