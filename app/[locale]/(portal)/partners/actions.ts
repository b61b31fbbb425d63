"use server";

import { getLocale } from "next-intl/server";
import { revalidatePath } from "next/cache";
import type { FormState } from "@/components/form/form";
import type { Actor } from "@/domain/actor";
import { requireEventViewpoint, requireViewpoint, type Viewpoint } from "@/domain/directory/access";
import { dismissOrganisation, setBookmark, undoDismissal } from "@/domain/directory/commands";
import { type Back, bookmarkSchema, dismissSchema, undoDismissalSchema } from "@/domain/directory/schema";
import { requireParticipant } from "@/domain/registration/access";
import { submitForm } from "@/server/action";
import { getHomeProgramme } from "@/server/programme";

/** Bookmarks an organisation of the programme's directory or of an event's. */
export async function bookmarkAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, bookmarkSchema, async (actor, input) => {
    const event = input.event === undefined ? null : (await requireParticipant(actor, input.event)).event;
    const programmeId = event ? event.programmeId : (await getHomeProgramme()).id;
    const place = await requireViewpoint(actor, programmeId);
    const result = await setBookmark(actor, event ? { ...place, eventId: event.id } : place, input);
    revalidatePath("/[locale]/partners", "page");
    return result;
  });
}

/** Where the form stands: in the programme's directory, or in an event's. */
async function findPlace(actor: Actor, event: string | undefined): Promise<Viewpoint> {
  if (event === undefined) return requireViewpoint(actor, (await getHomeProgramme()).id);
  return (await requireEventViewpoint(actor, event, await getLocale())).place;
}

/** The address to lead back to, without language. */
function addressOf({ organisation, event, back }: { organisation: string; event?: string | undefined; back: Back }, more: Record<string, string> = {}): string {
  const path = `${event === undefined ? "" : `/events/${event}`}/partners`;
  if (back === "profile") return `${path}/${organisation}#why`;
  const list = back === "dismissed" ? "dismissals" : "suggested";
  const query = new URLSearchParams({ ...(back === "all" ? {} : { view: back }), ...more }).toString();
  return `${path}${query ? `?${query}` : ""}#${more["dismissed"] === undefined ? list : "dismissed"}`;
}

/** Takes an organisation off the suggestions; a line in its place says so and leads back. */
export async function dismissAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, dismissSchema, async (actor, input) => {
    const result = await dismissOrganisation(actor, await findPlace(actor, input.event), input);
    return result.ok ? { ok: true, redirectTo: addressOf(input, { dismissed: result.value.slug }) } : result;
  });
}

/** Lets an organisation be suggested again. */
export async function undoDismissalAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, undoDismissalSchema, async (actor, input) => {
    const result = await undoDismissal(actor, await findPlace(actor, input.event), input);
    return result.ok ? { ok: true, redirectTo: addressOf(input) } : result;
  });
}
