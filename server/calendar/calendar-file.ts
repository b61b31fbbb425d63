import ical, { ICalAttendeeRole, ICalAttendeeStatus, ICalAttendeeType, type ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import { Temporal } from "temporal-polyfill";
import { describeZone } from "./time-zone";

/** One date in a calendar, in words of the reader's language. `sequence`: the higher one holds (RFC 5546). */
export type FileEntry = {
  uid: string;
  sequence: number;
  isCancelled?: boolean;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  summary: string;
  description: string;
  location: string | null;
  url: string;
};

/** Who invites whom: addresses of the portal and of the one recipient, nobody else's. */
export type Parties = { organizer: { name: string; email: string }; attendee: string };

type File = {
  method: ICalCalendarMethod;
  /** What calendars call a file that is subscribed to; left out for an invitation. */
  name?: string;
  /** What made it: "Agenda". */
  product: string;
  timeZone: string;
  entries: readonly FileEntry[];
  parties?: Parties;
  madeAt: Date;
};

function zoned(instant: Date, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
}

function toEvent({ uid, sequence, isCancelled = false, startsAt, endsAt, timeZone, ...texts }: FileEntry, { parties, madeAt }: File) {
  return {
    id: uid,
    sequence,
    stamp: zoned(madeAt, "UTC"),
    start: zoned(startsAt, timeZone),
    end: zoned(endsAt, timeZone),
    timezone: timeZone,
    ...texts,
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: parties?.organizer ?? null,
    attendees: parties
      ? [{ email: parties.attendee, type: ICalAttendeeType.INDIVIDUAL, role: ICalAttendeeRole.REQ, status: ICalAttendeeStatus.NEEDSACTION, rsvp: false }]
      : [],
  };
}

/** Entries as a calendar file (RFC 5545), each in the time zone of its event. */
export function writeFile(file: File): string {
  const { name, method, product, timeZone, entries, madeAt } = file;
  const times = Map.groupBy(entries, (entry) => entry.timeZone);
  const describe = (zone: string) => {
    const instants = (times.get(zone) ?? []).flatMap(({ startsAt, endsAt }) => [startsAt.getTime(), endsAt.getTime()]);
    const known = instants.length > 0 ? instants : [madeAt.getTime()];
    return describeZone(zone, new Date(Math.min(...known)), new Date(Math.max(...known)));
  };
  const calendar = ical({
    ...(name === undefined ? {} : { name }),
    method,
    prodId: { company: "Pomost", product },
    timezone: { name: timeZone, generator: describe },
  });
  for (const entry of entries) calendar.createEvent(toEvent(entry, file));
  // The library writes it as a time of the calendar's zone; it has to be UTC (RFC 5545, 3.8.7.2).
  const stamp = madeAt.toISOString().replaceAll(/[-:]|\.\d+/g, "");
  return calendar.toString().replaceAll(/^DTSTAMP:.*$/gm, () => `DTSTAMP:${stamp}`);
}
