import { ICalCalendarMethod } from "ical-generator";
import type { PublicEvent } from "@/domain/event/schema";
import type { Locale } from "@/domain/input";
import { writeFile } from "./calendar-file";

/** A public event as a calendar file: what its page says, and nothing of who takes part. */
export function writeEvent(event: PublicEvent, { locale, appUrl, madeAt }: { locale: Locale; appUrl: string; madeAt: Date }): string {
  const { id, slug, title, summary, startsAt, endsAt, timeZone, version, form } = event;
  const url = `${appUrl}/${locale}/events/${slug}`;
  const entry = { uid: `event-${id}@pomost`, sequence: version - 1, isCancelled: form === "cancelled", startsAt, endsAt, timeZone, summary: title, description: `${summary}\n${url}`, location: null, url };
  return writeFile({ method: ICalCalendarMethod.PUBLISH, name: title, product: "Event", timeZone, entries: [entry], madeAt });
}
