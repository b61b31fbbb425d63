import { Temporal } from "temporal-polyfill";

/** "+0100" */
function offsetOf(time: Temporal.ZonedDateTime): string {
  return time.offset.replaceAll(":", "").slice(0, 5);
}

/** The clock goes forward for a season and back again: not where a country has moved to another zone for good. */
function isDaylight(transition: Temporal.ZonedDateTime, before: Temporal.ZonedDateTime): boolean {
  const back = transition.getTimeZoneTransition("next");
  if (back === null || transition.offsetNanoseconds <= before.offsetNanoseconds) return false;
  return back.offsetNanoseconds < transition.offsetNanoseconds && transition.until(back, { largestUnit: "days" }).days < 366;
}

/** The change that an instant of the zone begins, as calendars write it: on the clock that was in use until then. */
function observance(transition: Temporal.ZonedDateTime): string[] {
  const before = transition.subtract({ nanoseconds: 1 });
  const onset = transition.toInstant().toZonedDateTimeISO("UTC").add({ nanoseconds: before.offsetNanoseconds });
  const kind = isDaylight(transition, before) ? "DAYLIGHT" : "STANDARD";
  return [
    `BEGIN:${kind}`,
    `DTSTART:${onset.toPlainDateTime().toString({ smallestUnit: "second" }).replaceAll(/[-:]/g, "")}`,
    `TZOFFSETFROM:${offsetOf(before)}`,
    `TZOFFSETTO:${offsetOf(transition)}`,
    `END:${kind}`,
  ];
}

/** One offset for all times, where the zone has never had another. */
function constant(time: Temporal.ZonedDateTime): string[] {
  const offset = offsetOf(time);
  return ["BEGIN:STANDARD", "DTSTART:19700101T000000", `TZOFFSETFROM:${offset}`, `TZOFFSETTO:${offset}`, "END:STANDARD"];
}

/** Changes of the clocks from the last one before `from` to the first one after `until`. */
function listTransitions(from: Temporal.ZonedDateTime, until: Temporal.ZonedDateTime): Temporal.ZonedDateTime[] {
  const found: Temporal.ZonedDateTime[] = [];
  let next = from.getTimeZoneTransition("previous") ?? from.getTimeZoneTransition("next");
  while (next !== null) {
    found.push(next);
    next = Temporal.ZonedDateTime.compare(next, until) > 0 ? null : next.getTimeZoneTransition("next");
  }
  return found;
}

/**
 * The definition of an IANA zone for a calendar file, true from the change of clocks before `from` to the one after the
 * next after `until`.
 * @throws RangeError on an unknown zone
 */
export function describeZone(timeZone: string, from: Date, until: Date = from): string {
  const zoned = (instant: Date) => Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
  const start = zoned(from);
  const known = listTransitions(start, zoned(until)).flatMap(observance);
  const rules = start.getTimeZoneTransition("previous") ? known : [...constant(start), ...known];
  return ["BEGIN:VTIMEZONE", `TZID:${timeZone}`, ...rules, "END:VTIMEZONE"].join("\r\n");
}
