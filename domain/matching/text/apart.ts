import type { Locale } from "@/domain/input";
import families from "../lexicon/apart.json";
import { fold } from "./words";

/** How many letters of an ending a beginning of the list may have. */
const longestEnding: Record<Locale, number> = { en: 2, de: 2, pl: 4 };

/** British and American spellings of one word, each written in one way. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/yz(?=e|ing)/, "ys"],
  [/iz(?=ation|e|ing)/, "is"],
  [/(?<=^[a-z]{3,})our(?=s?$|ed$|ing$|al$|hood)/, "or"],
  [/(?<=[a-z]{2}t)re(?=s?$)/, "er"],
  [/(?<=[a-z]{2}l)ogue(?=s?$)/, "og"],
  [/(?<=^(?:lic|def|off))ence/, "ense"],
  [/^fulfill/, "fulfil"],
  [/^enroll/, "enrol"],
  [/^fibre/, "fiber"],
  [/minum$/, "minium"],
];

/** As the list is looked up, and words are stemmed: whatever ways there are to spell a word, one of them. */
export function spell(word: string, locale: Locale): string {
  if (locale === "en") return spellings.reduce((spelled, [other, one]) => spelled.replace(other, one), word);
  // What German writes as ä or as ae is the same, which tells "Förderung" from "Forderung".
  if (locale !== "de" || !/[äöüß]/.test(word)) return word;
  return word.replaceAll(/[äöüß]/g, (letter) => ({ ä: "ae", ö: "oe", ü: "ue" })[letter] ?? "ss");
}

/** The name of each family, by its forms in full and by the beginnings of its forms. */
type Forms = { full: Map<string, string>; beginnings: Map<string, string> };

function readForms(locale: Locale, write: (form: string) => string | null): Forms {
  const forms: Forms = { full: new Map(), beginnings: new Map() };
  for (const family of families[locale]) {
    const list = family.split(" ");
    const name = spell((list[0] ?? "").replace("-", ""), locale);
    for (const form of list) {
      const written = write(form.replace("-", ""));
      if (written !== null) (form.endsWith("-") ? forms.beginnings : forms.full).set(written, name);
    }
  }
  return forms;
}

const perLocale = (write: (form: string, locale: Locale) => string | null): Record<Locale, Forms> => ({
  en: readForms("en", (form) => write(form, "en")),
  de: readForms("de", (form) => write(form, "de")),
  pl: readForms("pl", (form) => write(form, "pl")),
});

const written = perLocale(spell);
/** The forms that have diacritics, without them. */
const bare = perLocale((form) => (fold(form) === form ? null : fold(form)));

function familyIn({ full, beginnings }: Forms, word: string, longest: number): string | null {
  const whole = full.get(word);
  if (whole !== undefined) return whole;
  for (let ending = 0; ending <= longest && ending < word.length; ending += 1) {
    const known = beginnings.get(ending === 0 ? word : word.slice(0, -ending));
    if (known !== undefined) return known;
  }
  return null;
}

/**
 * The name of the family of words that a word belongs to, where the rules of the stemmers would take it for another word
 * (lexicon/apart.json); null for all the others. Without diacritics it is found where nothing else is written so.
 * @param word in small letters
 */
export function familyOf(word: string, locale: Locale): string | null {
  return familyIn(written[locale], spell(word, locale), longestEnding[locale]) ?? familyIn(bare[locale], word, longestEnding[locale]);
}

/** The family that a word may belong to besides, if its writer has no diacritics: "Forderung" for "Förderung". */
export function bareFamilyOf(word: string, locale: Locale): string | null {
  const family = familyIn(bare[locale], word, longestEnding[locale]);
  return family === familyOf(word, locale) ? null : family;
}

/** All forms, and beginnings of forms, of some families. */
export function formsOfFamily(locale: Locale, names: ReadonlySet<string>): string[] {
  const { full, beginnings } = written[locale];
  return [...full, ...beginnings].filter(([, name]) => names.has(name)).map(([form]) => form);
}
