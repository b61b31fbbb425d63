"use server";

import type { FormState } from "@/components/form/form";
import { idSchema } from "@/domain/input";
import { cancelMeeting } from "@/domain/meeting/commands";
import { cancelMeetingSchema } from "@/domain/meeting/schema";
import { acceptRequest, declineRequest, withdrawRequest } from "@/domain/request/commands/answer-request";
import { editRequest, proposeColleague } from "@/domain/request/commands/edit-request";
import { sendRequest } from "@/domain/request/commands/send-request";
import * as schema from "@/domain/request/schema";
import { moveLateMeeting } from "@/domain/schedule/commands/move-late";
import { moveLateSchema } from "@/domain/schedule/schema";
import { blockOrganisation, reportOrganisation, unblockOrganisation } from "@/domain/safety/commands";
import { reportSchema, safetyKeySchema } from "@/domain/safety/schema";
import { submitForm } from "@/server/action";

const inbox = (event: string) => `/events/${event}/requests`;

function done(redirectTo: string, notice: string) {
  return { ok: true as const, redirectTo, notice };
}

/** The field that a refusal belongs to, where it belongs to one. */
function atField<R extends string>(reason: R) {
  const field = { subject_gone: "subject", person_gone: "person" }[reason as string];
  return { ok: false as const, reason, ...(field ? { field } : {}) };
}

export async function sendAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, schema.sendRequestSchema, async (actor, input) => {
    const result = await sendRequest(actor, input);
    return result.ok ? done(`${inbox(input.event)}/${result.value.id}`, "request_sent") : atField(result.reason);
  });
}

export async function editAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, schema.editRequestSchema, async (actor, input) => {
    const result = await editRequest(actor, input);
    return result.ok ? done(`${inbox(input.event)}/${input.id}`, "request_saved") : atField(result.reason);
  });
}

/** Sent twice, an answer has one effect and is answered alike: who was late only to the own answer is not told off. */
export async function acceptAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, schema.acceptRequestSchema, async (actor, input) => {
    const result = await acceptRequest(actor, input);
    const back = `${inbox(input.event)}/${input.id}`;
    if (!result.ok) return result.reason === "already_accepted" ? done(back, "request_accepted") : atField(result.reason);
    const { placement } = result.value;
    if (placement.state === "placed") return done(back, "request_accepted_placed");
    return done(back, placement.reason === "not_released" ? "request_accepted" : "request_accepted_pool");
  });
}

export async function declineAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, schema.declineRequestSchema, async (actor, input) => {
    const result = await declineRequest(actor, input);
    return result.ok || result.reason === "already_declined" ? done(inbox(input.event), "request_declined") : result;
  });
}

export async function withdrawAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, schema.requestKeySchema, async (actor, input) => {
    const result = await withdrawRequest(actor, input);
    return result.ok || result.reason === "already_withdrawn" ? done(inbox(input.event), "request_withdrawn") : result;
  });
}

export async function proposeAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, schema.proposeColleagueSchema, async (actor, input) => {
    const result = await proposeColleague(actor, input);
    return result.ok ? done(`${inbox(input.event)}/${input.id}`, "colleague_proposed") : atField(result.reason);
  });
}

export async function cancelMeetingAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, cancelMeetingSchema, async (actor, input) => {
    await cancelMeeting(actor, input);
    return done(inbox(input.event), "meeting_cancelled");
  });
}

/** `request`: the one on whose page the reader chose a time. */
const moveForm = moveLateSchema.extend({ request: idSchema });

export async function moveLateAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, moveForm, async (actor, { request, ...input }) => {
    const result = await moveLateMeeting(actor, input);
    return result.ok ? done(`${inbox(input.event)}/${request}`, "time_chosen") : result;
  });
}

export async function blockAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, safetyKeySchema, async (actor, input) => {
    await blockOrganisation(actor, input);
    return done(inbox(input.event), "organisation_blocked");
  });
}

export async function unblockAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, safetyKeySchema, async (actor, input) => {
    await unblockOrganisation(actor, input);
    return done(inbox(input.event), "organisation_unblocked");
  });
}

export async function reportAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, reportSchema, async (actor, input) => {
    const result = await reportOrganisation(actor, input);
    return result.ok ? done(inbox(input.event), "organisation_reported") : result;
  });
}
