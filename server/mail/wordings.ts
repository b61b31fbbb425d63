import { createTranslator } from "next-intl";
import type { Locale } from "@/domain/input";
import type { MailContent, Wording } from "@/domain/mail/schema";
import { checkWording, fillIn, paragraphsOf, soleName } from "@/domain/wording/rules";
import { type Fillings, placeholders, type WordingKind } from "@/domain/wording/schema";
import { messagesOf } from "@/i18n/messages";
import { fillers } from "./fillings";
import { type Block, button, formatWhen, text, type Translator } from "./letter";
import type { Written } from "./letters";

/** The paragraphs of the portal's own words: a message of the kind, or a part of the mail in braces. */
const outlines: Record<WordingKind, readonly string[]> = {
  organisation_approved: ["text", "{button}"],
  organisation_returned: ["text", "{reason}", "next", "{button}"],
  organisation_refused: ["text", "{reason}"],
  event_interest: ["text", "{button}", "next"],
  event_open: ["text", "when", "{button}", "next"],
  event_link: ["text", "{button}", "next"],
  registration_received: ["text", "next", "{button}"],
  registration_approved: ["text", "next", "{button}"],
  registration_waiting: ["text", "next", "{button}"],
  registration_moved_up: ["text", "next", "{button}"],
  registration_changed: ["text", "{button}"],
  registration_cancelled: ["text", "next", "{button}"],
  registration_returned: ["text", "{reason}", "next", "{button}"],
  registration_refused: ["text", "{reason}", "{button}"],
  request_received: ["text", "{topic}", "next", "{button}"],
  request_accepted: ["text", "{button}"],
  request_declined: ["text", "{reason}", "next", "{button}"],
  request_withdrawn: ["text", "{button}"],
  request_colleague: ["text", "{button}"],
  request_expiring: ["text", "{button}"],
  request_expired: ["text", "{button}"],
  pairing_made: ["text", "next", "{button}"],
  participant_nudge: ["text", "{reason}", "{button}"],
  meeting_placed: ["text", "{button}"],
  meeting_moved: ["text", "before", "{button}"],
  meeting_cancelled: ["text", "{reason}", "{button}"],
  schedule_released: ["text", "{meetings}", "{button}"],
  schedule_changed: ["text", "{changes}", "{button}"],
  schedule_taken_back: ["text", "{button}"],
  reminder_day: ["text", "{local_time}", "{meetings}", "{button}"],
  reminder_hour: ["text", "{local_time}", "{meetings}", "{button}"],
  rating_asked: ["text", "{meetings}", "next", "{button}"],
  second_agreed: ["text", "next", "{button}"],
  second_proposed: ["text", "next", "{button}"],
  second_confirmed: ["text", "{button}"],
  second_off: ["text", "{button}"],
  contact_offered: ["text", "{button}"],
  contact_exchanged: ["text", "{button}"],
  cooperation_named: ["text", "{topic}", "next", "{button}"],
  cooperation_asked: ["text", "{topic}", "next", "{button}"],
  call_posted: ["text", "{topic}", "next", "{button}"],
  call_answered: ["text", "{topic}", "{button}"],
  call_accepted: ["text", "{topic}", "{button}"],
  call_declined: ["text", "{topic}", "{button}"],
  calendar_meeting: ["text", "{earlier}", "{button}"],
  calendar_meeting_off: ["text", "{button}"],
  calendar_event_moved: ["text", "before", "{button}"],
  calendar_event_off: ["text", "{button}"],
  calendar_elsewhere: ["text", "{button}"],
  event_cancelled: ["text", "{reason}", "next", "{button}"],
  event_moved: ["text", "before", "{meetings}", "next", "{button}"],
};

/** The portal's own words for a kind of mail, with placeholders as organisers see them. */
export function standardWording(kind: WordingKind, locale: Locale): Wording {
  const t = createTranslator({ locale, messages: messagesOf(locale), namespace: "Mail" });
  const messages = t.raw(kind as Parameters<typeof t.raw>[0]) as Record<string, string>;
  return { subject: messages["subject"] ?? "", body: outlines[kind].map((part) => messages[part] ?? part).join("\n\n") };
}

type Filled = [name: string, filling: string | Block[]];

function write({ subject, body }: Wording, filled: readonly Filled[]): Written {
  const words = new Map(filled.flatMap(([name, filling]) => (typeof filling === "string" ? [[name, filling] as const] : [])));
  const parts = new Map(filled.flatMap(([name, filling]) => (typeof filling === "string" ? [] : [[name, filling] as const])));
  const blocks = paragraphsOf(body).flatMap((paragraph) => parts.get(soleName(paragraph) ?? "") ?? [text(fillIn(paragraph, words))]);
  return { subject: fillIn(subject, words), blocks };
}

/** What an event's staff has written itself; it is checked before it is sent. */
export function writeAnnouncement(t: Translator<"Mail">, { params, locale, country = null }: MailContent<"announcement" | "announcement_trial">): Written {
  const { person, organisation, event, path, subject, body, ...at } = params;
  const filled: Filled[] = [["person", person], ["organisation", organisation], ["event", event], ["when", formatWhen(t, { locale, country }, at)], ["button", [button(t("announcement.button"), path)]]];
  return write({ subject, body }, filled);
}

/** What fills the placeholders of a mail. */
export function fillingsOf<K extends WordingKind>({ kind, params, locale, country = null }: MailContent<K>): Fillings<K, Block> {
  const t = createTranslator({ locale, messages: messagesOf(locale), namespace: "Mail" });
  return fillers[kind](t, params, { locale, country });
}

/**
 * A mail in the words of its programme, otherwise in the portal's own: also where the programme's do not fit the
 * placeholders that this version knows. No text keeps a mail from being sent.
 */
export function writeWording<K extends WordingKind>(mail: MailContent<K>): Written {
  const { kind, locale, wording } = mail;
  const own = wording && checkWording(placeholders[kind], wording).length === 0 ? wording : standardWording(kind, locale);
  return write(own, Object.entries(fillingsOf(mail)) as Filled[]);
}
