import type { Wording } from "@/domain/mail/schema";

/**
 * What a kind of mail fills in. `inText` stands in a sentence; `alone` is a part of the mail, such as the button or what
 * somebody wrote, and stands as a paragraph of its own; without what is `needed` the mail would not do what it is for.
 */
export type Placeholders = { inText: readonly string[]; alone: readonly string[]; needed: readonly string[] };

/** What is wrong with one of the two fields; a code may name a placeholder: "placeholder_unknown:evnt". */
export type WordingFault = { field: "subject" | "body"; code: string };

/** A placeholder: anything between braces. Whatever brace is left without these is one too many. */
const braces = /\{([^{}]*)\}/g;

function namesIn(text: string): string[] {
  return [...text.matchAll(braces)].map(([, name = ""]) => name.trim());
}

/** The paragraphs of a text: divided by empty lines. */
export function paragraphsOf(body: string): string[] {
  return body.split(/\n[ \t]*\n\s*/).map((paragraph) => paragraph.trim()).filter((paragraph) => paragraph !== "");
}

/** The placeholder that a paragraph consists of; null where it has other words. */
export function soleName(paragraph: string): string | null {
  const [, name] = /^\{([^{}]*)\}$/.exec(paragraph) ?? [];
  return name === undefined ? null : name.trim();
}

/** Puts words in the place of placeholders, in one go: what is put in is not read again. Unknown ones stay as they are. */
export function fillIn(text: string, fillings: ReadonlyMap<string, string>): string {
  return text.replace(braces, (whole, name: string) => fillings.get(name.trim()) ?? whole);
}

/** A name from a form as an error repeats it: short. */
function shown(name: string): string {
  return name.length > 40 ? `${name.slice(0, 40)}…` : name;
}

function checkField(field: WordingFault["field"], text: string, allowed: readonly string[]): WordingFault[] {
  if (/[{}]/.test(text.replace(braces, ""))) return [{ field, code: "braces_open" }];
  const unknown = namesIn(text).find((name) => !allowed.includes(name));
  return unknown === undefined ? [] : [{ field, code: unknown === "" ? "placeholder_empty" : `placeholder_unknown:${shown(unknown)}` }];
}

/** Parts of the mail stand as paragraphs of their own, each once. */
function checkParts(body: string, alone: readonly string[]): WordingFault[] {
  const paragraphs = paragraphsOf(body);
  const inside = paragraphs.filter((paragraph) => soleName(paragraph) === null).flatMap(namesIn).find((name) => alone.includes(name));
  if (inside !== undefined) return [{ field: "body", code: `placeholder_alone:${inside}` }];
  const sole = paragraphs.map(soleName);
  const twice = alone.find((name) => sole.filter((one) => one === name).length > 1);
  return twice === undefined ? [] : [{ field: "body", code: `placeholder_twice:${twice}` }];
}

/** Why the mail could not be written with this text; nothing where it can. At most one fault of each field. */
export function checkWording({ inText, alone, needed }: Placeholders, { subject, body }: Wording): WordingFault[] {
  const ofSubject = [
    ...namesIn(subject).filter((name) => alone.includes(name)).map((name): WordingFault => ({ field: "subject", code: `placeholder_in_subject:${name}` })),
    ...checkField("subject", subject, inText),
  ];
  const missing = needed.find((name) => !namesIn(body).includes(name));
  const ofBody = [
    ...checkField("body", body, [...inText, ...alone]),
    ...checkParts(body, alone),
    ...(missing === undefined ? [] : [{ field: "body" as const, code: `placeholder_missing:${missing}` }]),
  ];
  return [...ofSubject.slice(0, 1), ...ofBody.slice(0, 1)];
}
