import { createTranslator } from "next-intl";
import type { CalendarItem } from "@/domain/calendar/schema";
import { messagesOf } from "@/i18n/messages";
import type { FileEntry } from "./calendar-file";

/** The page of the portal where the person finds what the entry is about; the event's own link is in no file. */
function addressOf({ locale, event, meeting }: CalendarItem, appUrl: string): string {
  return `${appUrl}/${locale}/events/${event.slug}${meeting ? "/agenda" : ""}`;
}

function wordsOf(item: CalendarItem, url: string): { summary: string; description: string } {
  const { locale, event, meeting, place } = item;
  const t = createTranslator({ locale, messages: messagesOf(locale), namespace: "Calendar" });
  if (!meeting) return { summary: event.title, description: t("event", { url }) };
  const { subject, partner, partnerPerson } = meeting;
  const lines = [t("about", { subject }), t("person", { person: partnerPerson, partner }), ...(place ? [t("room", { room: place })] : []), t("agenda", { url })];
  return { summary: t("summary", { partner }), description: lines.join("\n") };
}

/** An entry in the reader's language. */
export function toFileEntry(item: CalendarItem, appUrl: string): FileEntry {
  const { uid, sequence, state, startsAt, endsAt, place, event } = item;
  const url = addressOf(item, appUrl);
  return { uid, sequence, isCancelled: state === "cancelled", startsAt, endsAt, timeZone: event.timeZone, ...wordsOf(item, url), location: place, url };
}
