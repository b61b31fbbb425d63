/**
 * The one place that turns instants, numbers and names of languages and countries into words.
 * Every function names its zone: an event is told in the zone that it takes place in.
 */
type Locale = "en" | "de" | "pl";

/** English dates are written the European way. */
const tags: Record<Locale, string> = { en: "en-GB", de: "de-DE", pl: "pl-PL" };

function dateTime(locale: Locale, timeZone: string, options: Intl.DateTimeFormatOptions) {
  return new Intl.DateTimeFormat(tags[locale], { timeZone, ...options });
}

/** "Thursday, 18 March 2027" */
export function formatDay(instant: Date, locale: Locale, timeZone: string): string {
  return dateTime(locale, timeZone, { weekday: "long", day: "numeric", month: "long", year: "numeric" }).format(instant);
}

/** "18 Mar 2027" */
export function formatShortDay(instant: Date, locale: Locale, timeZone: string): string {
  return dateTime(locale, timeZone, { day: "numeric", month: "short", year: "numeric" }).format(instant);
}

/** "13:15" */
export function formatTime(instant: Date, locale: Locale, timeZone: string): string {
  return dateTime(locale, timeZone, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(instant);
}

/** "13:15–13:29" */
export function formatTimes(startsAt: Date, endsAt: Date, locale: Locale, timeZone: string): string {
  return `${formatTime(startsAt, locale, timeZone)}–${formatTime(endsAt, locale, timeZone)}`;
}

/** "18 March 2027, 13:15" */
export function formatInstant(instant: Date, locale: Locale, timeZone: string): string {
  return dateTime(locale, timeZone, { dateStyle: "long", timeStyle: "short" }).format(instant);
}

/** "Central European Time" in words of the reader's language, as it holds at that instant. */
export function formatZone(instant: Date, locale: Locale, timeZone: string): string {
  const parts = dateTime(locale, timeZone, { timeZoneName: "long" }).formatToParts(instant);
  return parts.find((part) => part.type === "timeZoneName")?.value ?? timeZone;
}

/** Zones of a country; none where this machine does not know. */
function zonesOf(country: string): string[] {
  return new Intl.Locale("und", { region: country }).getTimeZones() ?? [];
}

/**
 * A zone of the country whose clocks do not show at that instant what those of `timeZone` show; null where they show
 * the same, or the country's own clocks differ among each other.
 */
export function otherZone(country: string, instant: Date, timeZone: string): string | null {
  const zones = zonesOf(country);
  const shown = new Set(zones.map((zone) => formatInstant(instant, "en", zone)));
  const [zone] = zones;
  return zone && shown.size === 1 && !shown.has(formatInstant(instant, "en", timeZone)) ? zone : null;
}

/** The name of a language, by ISO 639-1 code: "Polish". */
export function formatLanguage(code: string, locale: Locale): string {
  return new Intl.DisplayNames(tags[locale], { type: "language" }).of(code) ?? code;
}

/** "Polish, German and English" */
export function formatLanguages(codes: readonly string[], locale: Locale): string {
  return formatList(codes.map((code) => formatLanguage(code, locale)), locale);
}

/** "a, b and c" */
export function formatList(items: readonly string[], locale: Locale): string {
  return new Intl.ListFormat(tags[locale], { type: "conjunction" }).format(items);
}

/** "Polish or German": one of these languages. */
export function formatChoices(codes: readonly string[], locale: Locale): string {
  return new Intl.ListFormat(tags[locale], { type: "disjunction" }).format(codes.map((code) => formatLanguage(code, locale)));
}

/** The name of a country, by ISO 3166-1 alpha-2 code: "Poland". */
export function formatCountry(code: string, locale: Locale): string {
  return new Intl.DisplayNames(tags[locale], { type: "region" }).of(code) ?? code;
}

/** In the order of the reader's alphabet. */
export function compareWords(locale: Locale): (a: string, b: string) => number {
  return new Intl.Collator(tags[locale]).compare;
}
