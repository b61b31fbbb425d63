"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/components/form/form";
import { requireViewpoint } from "@/domain/directory/access";
import { setBookmark } from "@/domain/directory/commands";
import { bookmarkSchema } from "@/domain/directory/schema";
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
