"use server";

import type { FormState } from "@/components/form/form";
import { sendAnnouncement, stopAnnouncement, tryAnnouncement } from "@/domain/announcement/commands";
import { getAnnouncedEvent } from "@/domain/announcement/queries";
import { announcementKeySchema, announcementSchema, type AnnouncementInput, textsOf } from "@/domain/announcement/schema";
import type { Actor } from "@/domain/actor";
import { chooseText } from "@/domain/event/rules";
import type { Locale } from "@/domain/input";
import { submitForm } from "@/server/action";
import { env } from "@/server/env";
import { renderMail } from "@/server/mail/render";

/** Whom previews and trials are written to. */
const example = { person: "Anna Nowak", organisation: "Bursztyn Software" };

/** What a reader of a language would get. */
async function preview(actor: Actor, input: AnnouncementInput, reader: Locale) {
  const { slug, startsAt, timeZone, titleIn } = await getAnnouncedEvent(actor, input.event);
  const { locale, subject, body } = chooseText(textsOf(input), reader) ?? { locale: reader, subject: "", body: "" };
  const params = { subject, body, ...example, event: titleIn(locale), startsAt, timeZone, path: `/events/${slug}` };
  return { locale, ...renderMail({ kind: "announcement", locale, params }, env().APP_URL) };
}

const readers = { preview_en: "en", preview_de: "de", preview_pl: "pl" } as const;

/** Shows what readers would get, sends it to oneself, or to everybody chosen: whichever button was pressed. */
export async function announcementAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, announcementSchema, async (actor, input) => {
    const { event, intent } = input;
    if (intent === "send") {
      const result = await sendAnnouncement(actor, input);
      return result.ok ? { ok: true, redirectTo: `/moderation/${event}/announcements/${result.value.id}`, notice: "announcement_begun" } : result;
    }
    if (intent !== "trial") return { ok: true, preview: await preview(actor, input, readers[intent]) };
    const result = await tryAnnouncement(actor, input, example);
    return result.ok ? { ok: true, preview: await preview(actor, input, textsOf(input)[0]?.locale ?? "en"), notice: "trial_sent" } : result;
  });
}

/** Stops what is not out yet. */
export async function stopAction(_previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, announcementKeySchema, async (actor, input) => {
    await stopAnnouncement(actor, input);
    return { ok: true, redirectTo: `/moderation/${input.event}/announcements/${input.id}`, notice: "announcement_stopped" };
  });
}
