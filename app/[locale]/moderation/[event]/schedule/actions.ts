"use server";

import { z } from "zod";
import type { FormState } from "@/components/form/form";
import { idSchema } from "@/domain/input";
import { lockMeeting, moveMeeting, placeMeeting, removePlacement, unlockMeeting } from "@/domain/schedule/commands/edit-draft";
import { releaseSchedule } from "@/domain/schedule/commands/release-schedule";
import { startRun } from "@/domain/schedule/commands/start-run";
import { moveSchema, placeSchema, releaseSchema, removeSchema, startRunSchema } from "@/domain/schedule/schema";
import { submitForm } from "@/server/action";

/** Where the moderator stands on the page, to stand there again. */
const viewShape = { view: z.enum(["grid", "list"]).optional() };

function backTo({ event, view, meeting }: { event: string; view?: string | undefined; meeting?: string }): string {
  const query = new URLSearchParams({ ...(view ? { view } : {}), ...(meeting ? { meeting } : {}) }).toString();
  return `/moderation/${event}/schedule${query ? `?${query}` : ""}`;
}

/** "slot room": a place in one choice. */
const spotSchema = z.string().transform((value) => value.split(" ")).pipe(z.tuple([idSchema, idSchema]));
const placeForm = placeSchema.omit({ slot: true, room: true }).extend({ ...viewShape, spot: spotSchema });
const moveForm = moveSchema.omit({ slot: true, room: true }).extend({ ...viewShape, spot: spotSchema });
const lockForm = moveSchema.extend(viewShape);
const removeForm = removeSchema.extend(viewShape);

export async function placeAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, placeForm, async (actor, { spot: [slot, room], view, ...key }) => {
    const result = await placeMeeting(actor, { ...key, slot, room });
    return result.ok ? { ok: true, redirectTo: backTo({ ...key, view }), notice: "meeting_placed" } : result;
  });
}

export async function moveAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, moveForm, async (actor, { spot: [slot, room], view, ...key }) => {
    const result = await moveMeeting(actor, { ...key, slot, room });
    return result.ok ? { ok: true, redirectTo: backTo({ ...key, view }), notice: "meeting_moved" } : result;
  });
}

export async function lockAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, lockForm, async (actor, { view, ...input }) => {
    const result = await lockMeeting(actor, input);
    return result.ok ? { ok: true, redirectTo: backTo({ event: input.event, meeting: input.meeting, view }), notice: "meeting_locked" } : result;
  });
}

export async function unlockAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, lockForm, async (actor, { view, ...input }) => {
    const result = await unlockMeeting(actor, input);
    return result.ok ? { ok: true, redirectTo: backTo({ event: input.event, meeting: input.meeting, view }), notice: "meeting_unlocked" } : result;
  });
}

export async function removeAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, removeForm, async (actor, { view, ...input }) => {
    const result = await removePlacement(actor, input);
    return result.ok ? { ok: true, redirectTo: backTo({ event: input.event, meeting: input.meeting, view }), notice: "placement_removed" } : result;
  });
}

export async function startAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, startRunSchema, async (actor, input) => {
    const result = await startRun(actor, input);
    return result.ok ? { ok: true, redirectTo: `/moderation/${input.event}/schedule/runs/${result.value.id}` } : result;
  });
}

export async function releaseAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, releaseSchema, async (actor, input) => {
    const result = await releaseSchedule(actor, input);
    return result.ok ? { ok: true, redirectTo: `/moderation/${input.event}/versions`, notice: "schedule_released" } : result;
  });
}
