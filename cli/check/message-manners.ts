import { readShape, type Language } from "./message-texts";

/** Words that address the reader as a friend. The portal says Sie and Państwo. */
const familiar: Partial<Record<Language, RegExp>> = {
  de: /(?<!\p{L})(?:du|dich|dir|dein(?:e[mnrs]?)?|euch|euer|eure[mnrs]?)(?!\p{L})/iu,
  pl: new RegExp(
    "(?<!\\p{L})(?:ty|ciebie|tobie|tobą|cię|tw(?:ój|oja|oje|ojego|ojej|oją|oim|oich|oimi|emu)" +
      "|jesteś|masz|możesz|chcesz|musisz|wiesz|będziesz|szukasz|znajdziesz|otrzymasz|zobaczysz|robisz" +
      "|\\p{L}+(?:ujesz|łeś|łaś))(?!\\p{L})",
    "iu",
  ),
};

/** The first word of a text that is too familiar for the portal. A cheap look, not a proof of good manners. */
export function findFamiliar(language: Language, text: string): string | undefined {
  return familiar[language]?.exec(readShape(text).words)?.[0];
}

/** Longer texts that read the same in English and in a translation, each with its reason. */
const sameOnPurpose: Record<string, string> = {
  "Home.bridgeLeft": "an example of what a participant wrote, in Polish on every page",
  "Home.bridgeRight": "an example of what a participant wrote, in German on every page",
};

/** Letters that a text may have and still be the same word in two languages (names, loan words). */
const shortText = 25;

export function isUntranslated(key: string, source: string, translation: string): boolean {
  if (source !== translation || key in sameOnPurpose) return false;
  return (readShape(source).words.match(/\p{L}/gu) ?? []).length > shortText;
}
