"use server";

import type { FormState } from "@/components/form/form";
import { addRoom, changeRoom, removeRoom } from "@/domain/event/commands/change-rooms";
import { changeSettings } from "@/domain/event/commands/change-settings";
import { makeSlots } from "@/domain/event/commands/make-slots";
import { addRoomSchema, changeRoomSchema, roomKeySchema, settingsSchema, slotsSchema } from "@/domain/event/schema";
import { moveUp } from "@/domain/registration/commands/move-up";
import { submitForm } from "@/server/action";

/** The field that a refusal belongs to, where it belongs to one. */
const fields: Record<string, string> = {
  closes_before_opens: "closesAt",
  capacity_below_held: "capacity",
  slots_outside_event: "first",
  room_name_taken: "name",
};

function refusal({ reason }: { reason: string }) {
  const field = fields[reason];
  return { ok: false as const, reason, ...(field ? { field } : {}) };
}

function done(event: string, notice: string, part = "") {
  return { ok: true as const, redirectTo: `/moderation/${event}/settings${part}`, notice };
}

export async function settingsAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, settingsSchema, async (actor, input) => {
    const result = await changeSettings(actor, input, moveUp);
    return result.ok ? done(input.event, "event_settings_saved") : refusal(result);
  });
}

export async function slotsAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, slotsSchema, async (actor, input) => {
    const result = await makeSlots(actor, input);
    return result.ok ? done(input.event, "event_slots_made", "#slots") : refusal(result);
  });
}

export async function addRoomAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, addRoomSchema, async (actor, input) => {
    const result = await addRoom(actor, input);
    return result.ok ? done(input.event, "event_room_saved", "#rooms") : refusal(result);
  });
}

export async function changeRoomAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, changeRoomSchema, async (actor, input) => {
    const result = await changeRoom(actor, input);
    return result.ok ? done(input.event, "event_room_saved", "#rooms") : refusal(result);
  });
}

export async function removeRoomAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, roomKeySchema, async (actor, input) => {
    const result = await removeRoom(actor, input);
    return result.ok ? done(input.event, "event_room_removed", "#rooms") : refusal(result);
  });
}
