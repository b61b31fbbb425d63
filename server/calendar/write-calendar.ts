import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import { Temporal } from "temporal-polyfill";
import type { SlotTimes } from "@/domain/event/schema";
import type { Agenda, AgendaMeeting } from "@/domain/schedule/schema";
import { describeZone } from "./time-zone";

type Placed = AgendaMeeting & { slot: SlotTimes };

/** What the file says in the reader's language. */
export type CalendarWords = { name: string; summary: (meeting: AgendaMeeting) => string; description: (meeting: AgendaMeeting) => string };

function zoned(instant: Date, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
}

/**
 * An agenda as a calendar file (RFC 5545), in the event's time zone. A meeting keeps its UID from version to version
 * and counts SEQUENCE up, so that a calendar that reads the file again moves it instead of showing it twice. Within a
 * version two people may move a late meeting themselves: then the later DTSTAMP decides (RFC 5546, 2.1.5).
 * @param address of the agenda's page
 * @param madeAt when the file is made
 */
export function writeCalendar(agenda: Agenda, { address, words, madeAt }: { address: string; words: CalendarWords; madeAt: Date }): string {
  const { event, rows, version, link } = agenda;
  const { timeZone } = event;
  const calendar = ical({
    name: words.name,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: "Pomost", product: "Agenda" },
    timezone: { name: timeZone, generator: () => describeZone(timeZone, event.startsAt) },
  });
  const placed = rows.flatMap(({ meetings }) => meetings.filter((meeting): meeting is Placed => meeting.slot !== null));
  for (const meeting of placed) {
    calendar.createEvent({
      id: `meeting-${meeting.id}@pomost`,
      sequence: version?.number ?? 0,
      stamp: zoned(madeAt, "UTC"),
      start: zoned(meeting.slot.startsAt, timeZone),
      end: zoned(meeting.slot.endsAt, timeZone),
      timezone: timeZone,
      summary: words.summary(meeting),
      description: words.description(meeting),
      location: meeting.room?.name ?? null,
      url: meeting.room?.url ?? link ?? address,
      status: ICalEventStatus.CONFIRMED,
    });
  }
  // The library writes it as a time of the calendar's zone; it has to be UTC (RFC 5545, 3.8.7.2).
  const stamp = madeAt.toISOString().replaceAll(/[-:]|\.\d+/g, "");
  return calendar.toString().replaceAll(/^DTSTAMP:.*$/gm, () => `DTSTAMP:${stamp}`);
}
