import { Temporal } from "temporal-polyfill";

/** "+0100" */
function offsetOf(time: Temporal.ZonedDateTime): string {
  return time.offset.replaceAll(":", "").slice(0, 5);
}

/** The change that an instant of the zone begins, as calendars write it: on the clock that was in use until then. */
function observance(transition: Temporal.ZonedDateTime): string[] {
  const before = transition.subtract({ nanoseconds: 1 });
  const onset = transition.toInstant().toZonedDateTimeISO("UTC").add({ nanoseconds: before.offsetNanoseconds });
  const kind = transition.offsetNanoseconds > before.offsetNanoseconds ? "DAYLIGHT" : "STANDARD";
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

/**
 * The definition of an IANA zone for a calendar file, true from the change of clocks before `instant` to the one after
 * the next.
 * @throws RangeError on an unknown zone
 */
export function describeZone(timeZone: string, instant: Date): string {
  const now = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
  const before = now.getTimeZoneTransition("previous");
  const next = now.getTimeZoneTransition("next");
  const known = [before, next].filter((transition) => transition !== null);
  const rules = before ? known.flatMap(observance) : [...constant(now), ...known.flatMap(observance)];
  return ["BEGIN:VTIMEZONE", `TZID:${timeZone}`, ...rules, "END:VTIMEZONE"].join("\r\n");
}
