import { z } from "zod";

/** Languages of the portal and of the texts that people write. */
export const locales = ["en", "de", "pl"] as const;
export type Locale = (typeof locales)[number];
export const localeSchema = z.enum(locales);

/** Languages in which people of this region hold meetings, ISO 639-1. */
export const spokenLanguages = ["en", "de", "pl", "uk", "cs", "da", "sv", "fr", "es", "ru"] as const;

export const idSchema = z.uuid();

/** Addresses of organisations, events and programmes. */
export const slugSchema = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/).max(120);

/** Characters that PostgreSQL or a mail cannot hold: NUL and other controls but line breaks, lone surrogates. */
const unstorable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/**
 * A text that a person typed: composed (NFC), trimmed, line ends as "\n".
 * Issues carry zod's own codes (`too_small`, `too_big`) or the code `unstorable`.
 */
export function textSchema({ min = 0, max }: { min?: number; max: number }) {
  return z
    .string()
    .check(({ value, issues }) => {
      // So much that it is not even composed; the limit that is told is the one that holds.
      if (value.length > max * 4) issues.push({ code: "too_big", origin: "string", maximum: max, inclusive: true, input: value, continue: false });
    })
    .refine((value) => !unstorable.test(value), { error: "unstorable" })
    .transform((value) => value.normalize("NFC").replace(/\r\n?/g, "\n").trim())
    .pipe(z.string().min(min).max(max));
}

/** A text in one line. Tabs and C1 controls, which come with what is pasted, are blanks: the database takes no control here. */
export function lineSchema({ min = 0, max }: { min?: number; max: number }) {
  return z.string().transform((value) => value.replace(/[\t\u0080-\u009F]/g, " ")).pipe(textSchema({ min, max })).refine((value) => !value.includes("\n"), { error: "one_line" });
}

/**
 * An e-mail address in the one form in which it is stored and compared:
 * NFKC, lower case, one "@", an ASCII domain.
 */
export const emailSchema = z
  .string()
  .max(1000)
  .refine((value) => !unstorable.test(value), { error: "unstorable" })
  .transform((value) => value.normalize("NFKC").trim().toLowerCase())
  .pipe(z.email().max(254));

/** An address of a web page; `https://` is added where a person left it out. */
export const webAddressSchema = z
  .string()
  .max(500)
  .transform((value) => value.trim())
  .transform((value) => (value === "" || /^[a-z][a-z0-9+.-]*:/i.test(value) ? value : `https://${value}`))
  .pipe(z.url({ protocol: /^https?$/, hostname: z.regexes.domain }));

/** A page number from an address; anything odd is the first page. */
export const pageSchema = z.coerce.number().int().min(1).max(10_000).catch(1);

/** One page of a list, of so many; one beyond the last is the last one. */
export function pageOf<Item>(list: readonly Item[], size: number, wanted: number): { shown: Item[]; page: number; pageCount: number } {
  const pageCount = Math.max(1, Math.ceil(list.length / size));
  const page = Math.min(wanted, pageCount);
  return { shown: list.slice((page - 1) * size, page * size), page, pageCount };
}
