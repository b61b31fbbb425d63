import type { createTranslator } from "next-intl";
import type { Locale } from "@/domain/input";
import { formatDay, formatInstant, formatTime, formatTimes, formatZone, otherZone } from "@/i18n/format";
import type { Messages } from "@/i18n/messages";

/** A part of a mail's body. `href` is absolute, or an address of the portal without language and host. */
export type Block =
  | { kind: "text"; text: string }
  | { kind: "quote"; text: string; lang?: Locale | undefined }
  | { kind: "code"; text: string }
  | { kind: "list"; items: string[] }
  | { kind: "button"; text: string; href: string };

/** Writes in the recipient's language. `Namespace` is always "Mail". */
export type Translator<Namespace extends "Mail"> = ReturnType<typeof createTranslator<Messages, Namespace>>;

export function text(words: string): Block {
  return { kind: "text", text: words };
}

/** `lang`: of the words, where that is known. */
export function quote(words: string, lang?: Locale): Block {
  return { kind: "quote", text: words, lang };
}

/** A list of things, each on a line of its own; nothing where there are none. */
export function list(items: string[]): Block[] {
  return items.length > 0 ? [{ kind: "list", items }] : [];
}

export function button(words: string, href: string): Block {
  return { kind: "button", text: words, href };
}

/** In which words a mail is written, and where the reader's clocks are; null where that is not known. */
export type Reader = { locale: Locale; country: string | null };

type At = { startsAt: string; endsAt?: string; timeZone: string };

/** An instant on the reader's own clock, with the day where that is another one; null where it shows the same as the event's. */
function formatOwn({ locale, country }: Reader, { startsAt, endsAt, timeZone }: At): string | null {
  const instant = new Date(startsAt);
  const zone = country === null ? null : otherZone(country, instant, timeZone);
  if (zone === null) return null;
  const [day, eventDay] = [formatDay(instant, locale, zone), formatDay(instant, locale, timeZone)];
  const time = endsAt === undefined ? formatTime(instant, locale, zone) : formatTimes(instant, new Date(endsAt), locale, zone);
  return day === eventDay ? time : `${day}, ${time}`;
}

/**
 * "Thursday, 18 March 2027, 13:00 (Central European Standard Time)", with the end where it is named, "13:00–15:15", and in the
 * reader's own time where that is another one.
 */
export function formatWhen(t: Translator<"Mail">, reader: Reader, at: At): string {
  const { locale } = reader;
  const instant = new Date(at.startsAt);
  const own = formatOwn(reader, at);
  const words = {
    day: formatDay(instant, locale, at.timeZone),
    time: at.endsAt === undefined ? formatTime(instant, locale, at.timeZone) : formatTimes(instant, new Date(at.endsAt), locale, at.timeZone),
    zone: formatZone(instant, locale, at.timeZone),
  };
  return own === null ? t("when", words) : t("whenOther", { ...words, own });
}

/** "18 March 2027, 13:15", and in the reader's own time where that is another one. */
export function formatDeadline(t: Translator<"Mail">, reader: Reader, at: At): string {
  const deadline = formatInstant(new Date(at.startsAt), reader.locale, at.timeZone);
  const own = formatOwn(reader, at);
  return own === null ? deadline : t("deadlineOther", { deadline, own });
}
