"use server";

import type { FormState } from "@/components/form/form";
import { setAttendance } from "@/domain/attendance/commands";
import { setAttendanceSchema } from "@/domain/attendance/schema";
import { applyPlan } from "@/domain/day/commands/apply-plan";
import { undoPlan } from "@/domain/day/commands/undo-plan";
import { boardAddress, boardViewSchema, dayRepairSchema, repairAddress, undoDaySchema } from "@/domain/day/schema";
import { submitForm } from "@/server/action";

/** What the moderator looks at, to come back to it. */
const attendanceForm = setAttendanceSchema.extend(boardViewSchema.shape);

export async function setAttendanceAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, attendanceForm, async (actor, { event, registration, state, version, ...view }) => {
    const result = await setAttendance(actor, { event, registration, state, version });
    if (!result.ok) return result;
    // Whoever is missing may leave others alone: that is looked at next.
    const isLost = result.value.isPlaced && (state === "absent" || state === "left");
    return { ok: true, redirectTo: isLost ? repairAddress(event, { kind: "person", of: registration }) : boardAddress(event, view), notice: `attendance_${state}` };
  });
}

export async function applyPlanAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, dayRepairSchema, async (actor, input) => {
    const result = await applyPlan(actor, input);
    return result.ok ? { ok: true, redirectTo: boardAddress(input.event, {}), notice: result.value.number === input.after ? "day_room_closed" : "day_released" } : result;
  });
}

export async function undoPlanAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, undoDaySchema, async (actor, input) => {
    const result = await undoPlan(actor, input);
    return result.ok ? { ok: true, redirectTo: boardAddress(input.event, {}), notice: result.value.left > 0 ? "already_day_undone_partly" : "day_undone" } : result;
  });
}
