import { ICalCalendarMethod } from "ical-generator";
import type { SlotTimes } from "@/domain/event/schema";
import type { Agenda, AgendaMeeting } from "@/domain/schedule/schema";
import { writeFile } from "./calendar-file";

type Placed = AgendaMeeting & { slot: SlotTimes };

/** What the file says in the reader's language. */
export type CalendarWords = { name: string; summary: (meeting: AgendaMeeting) => string; description: (meeting: AgendaMeeting) => string };

/**
 * An agenda as a calendar file, in the event's time zone. A meeting keeps its UID from version to version and counts
 * SEQUENCE up, as in the invitations that are mailed, so that a calendar that reads the file again moves it instead of
 * showing it twice.
 * @param address of the agenda's page
 * @param madeAt when the file is made
 */
export function writeCalendar(agenda: Agenda, { address, words, madeAt }: { address: string; words: CalendarWords; madeAt: Date }): string {
  const { event, rows, link } = agenda;
  const { timeZone } = event;
  const placed = rows.flatMap(({ meetings }) => meetings.filter((meeting): meeting is Placed => meeting.slot !== null));
  const entries = placed.map((meeting) => ({
    uid: `meeting-${meeting.id}@pomost`,
    sequence: meeting.sequence,
    startsAt: meeting.slot.startsAt,
    endsAt: meeting.slot.endsAt,
    timeZone,
    summary: words.summary(meeting),
    description: words.description(meeting),
    location: meeting.room?.name ?? null,
    url: meeting.room?.url ?? link ?? address,
  }));
  return writeFile({ method: ICalCalendarMethod.PUBLISH, name: words.name, product: "Agenda", timeZone, entries, madeAt });
}
