import { ICalCalendarMethod } from "ical-generator";
import { createTranslator } from "next-intl";
import type { CalendarItem } from "@/domain/calendar/schema";
import type { Locale } from "@/domain/input";
import { messagesOf } from "@/i18n/messages";
import { writeFile } from "./calendar-file";
import { toFileEntry } from "./entry-words";

/** All that a person has in the portal's calendar, as a file that calendars read again and again. */
export function writeFeed(items: readonly CalendarItem[], { locale, appUrl, madeAt }: { locale: Locale; appUrl: string; madeAt: Date }): string {
  const t = createTranslator({ locale, messages: messagesOf(locale), namespace: "Calendar" });
  const timeZone = items[0]?.event.timeZone ?? "UTC";
  const entries = items.map((item) => toFileEntry(item, appUrl));
  return writeFile({ method: ICalCalendarMethod.PUBLISH, name: t("feed"), product: "Feed", timeZone, entries, madeAt });
}
