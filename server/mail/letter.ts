import type { createTranslator } from "next-intl";
import type { Locale } from "@/domain/input";
import { formatDay, formatInstant, formatTime, formatTimes, formatZone } from "@/i18n/format";
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

/** "Thursday, 18 March 2027, 13:00 (Central European Standard Time)"; with the end where it is named, "13:00–15:15" */
export function formatWhen(t: Translator<"Mail">, locale: Locale, at: { startsAt: string; endsAt?: string; timeZone: string }): string {
  const instant = new Date(at.startsAt);
  return t("when", {
    day: formatDay(instant, locale, at.timeZone),
    time: at.endsAt === undefined ? formatTime(instant, locale, at.timeZone) : formatTimes(instant, new Date(at.endsAt), locale, at.timeZone),
    zone: formatZone(instant, locale, at.timeZone),
  });
}

/** "18 March 2027, 13:15" */
export function formatDeadline(locale: Locale, expiresAt: string, timeZone: string): string {
  return formatInstant(new Date(expiresAt), locale, timeZone);
}
