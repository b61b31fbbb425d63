import { readFileSync } from "node:fs";
import type { Locale } from "./fixtures";

type Texts = { [key: string]: string | Texts };
const texts = Object.fromEntries(
  (["en", "de", "pl"] as const).map((locale) => [locale, JSON.parse(readFileSync(`messages/${locale}.json`, "utf8")) as Texts]),
);

/**
 * What the portal says in a language, by the key of its message; plain placeholders and numbers are filled in.
 * words("de", "Directory.askLabel", { name: "Klickdeich" })
 */
export function words(locale: Locale, key: string, values: Record<string, string> = {}): string {
  const text = key.split(".").reduce<string | Texts | undefined>((at, part) => (typeof at === "object" ? at[part] : undefined), texts[locale]);
  if (typeof text !== "string") throw new Error(`no message ${key} in ${locale}`);
  return Object.entries(values).reduce((filled, [name, value]) => filled.replaceAll(`{${name}}`, value).replaceAll(`{${name}, number}`, value), text);
}
