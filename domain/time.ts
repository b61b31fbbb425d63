import { Temporal } from "temporal-polyfill";

/** The part of [start, end) that two spans share is not empty. */
export function isOverlapping(a: { startsAt: Date; endsAt: Date }, b: { startsAt: Date; endsAt: Date }): boolean {
  return a.startsAt < b.endsAt && b.startsAt < a.endsAt;
}

/** `instant` moved by whole minutes. */
export function addMinutes(instant: Date, minutes: number): Date {
  return new Date(instant.getTime() + minutes * 60_000);
}

/** `instant` moved by whole days of 24 hours. */
export function addDays(instant: Date, days: number): Date {
  return addMinutes(instant, days * 24 * 60);
}

/**
 * The instant of a local time of day in an IANA zone.
 * @param local for example "2027-03-18T13:00"
 * @throws RangeError on a malformed time or an unknown zone
 */
export function zonedInstant(local: string, timeZone: string): Date {
  const zoned = Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone);
  return new Date(zoned.epochMilliseconds);
}

/** The wall-clock time of an instant in a zone, as an input of type datetime-local wants it: "2027-03-18T13:00". */
export function localTime(instant: Date, timeZone: string): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
  return zoned.toPlainDateTime().toString({ smallestUnit: "minute" });
}
