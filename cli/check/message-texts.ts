import { parse, TYPE, type MessageFormatElement, type PluralElement } from "@formatjs/icu-messageformat-parser";
import { z } from "zod";

export type Language = "en" | "de" | "pl";
/** Texts by their whole key: "Header.signIn". */
export type Texts = Map<string, string>;

const tree: z.ZodType<unknown> = z.union([z.string(), z.record(z.string(), z.unknown()), z.array(z.unknown())]);

/** All texts of a language, flat. Throws where something else than a text is among them. */
export function flatten(value: unknown, key = ""): [string, string][] {
  const node = tree.parse(value);
  if (typeof node === "string") return [[key, node]];
  return Object.entries(node ?? {}).flatMap(([name, child]) => flatten(child, key === "" ? name : `${key}.${name}`));
}

/** What a text asks of its caller, and the forms that it has for each number. */
export type Shape = { needs: Map<string, string>; plurals: { name: string; forms: string[] }[]; words: string };

function add(shape: Shape, name: string, kind: string) {
  const known = shape.needs.get(name) ?? "text";
  // A number that a plural depends on may also be written out as it is.
  if (known === "text" || kind === "text") shape.needs.set(name, known === "text" ? kind : known);
  else shape.needs.set(name, [...new Set([known, kind])].join("+"));
}

/** Whether the number stands alone, "{n, plural, =0 {none} other {#}}": then no word has to agree with it. */
function standsAlone({ options }: PluralElement): boolean {
  const forms = Object.keys(options).filter((form) => !form.startsWith("="));
  return forms.length === 1 && options["other"]?.value.every(({ type }) => type === TYPE.pound) === true;
}

function collect(elements: MessageFormatElement[], shape: Shape): Shape {
  for (const element of elements) {
    if (element.type === TYPE.literal) shape.words += `${element.value} `;
    else if (element.type === TYPE.argument) add(shape, element.value, "text");
    else if (element.type === TYPE.number) add(shape, element.value, "number");
    else if (element.type === TYPE.date || element.type === TYPE.time) add(shape, element.value, "date");
    else if (element.type === TYPE.tag) {
      add(shape, element.value, "tag");
      collect(element.children, shape);
    } else if (element.type === TYPE.select || element.type === TYPE.plural) {
      const forms = Object.keys(element.options).toSorted();
      const isPlural = element.type === TYPE.plural;
      add(shape, element.value, isPlural ? "number" : `select ${forms.join("|")}`);
      if (isPlural && element.pluralType === "cardinal" && !standsAlone(element)) shape.plurals.push({ name: element.value, forms });
      for (const option of Object.values(element.options)) collect(option.value, shape);
    }
  }
  return shape;
}

/** Reads one text. Throws where it is no ICU message. */
export function readShape(text: string): Shape {
  return collect(parse(text), { needs: new Map(), plurals: [], words: "" });
}

const forms: Record<Language, string[]> = {
  en: ["one", "other"],
  de: ["one", "other"],
  pl: ["one", "few", "many", "other"],
};

/** What is wrong with a text by itself, in its language. */
export function judgeText(language: Language, text: string): string[] {
  if (text.trim() === "") return ["is empty"];
  try {
    return readShape(text).plurals.flatMap((plural) => {
      // In these languages "one" is said of 1 alone; other single numbers may have words of their own.
      const given = plural.forms.map((form) => (form === "=1" ? "one" : form)).filter((form) => !form.startsWith("="));
      const lacks = forms[language].filter((form) => !given.includes(form));
      const unknown = given.filter((form) => !forms[language].includes(form));
      return [
        ...lacks.map((form) => `plural of ${plural.name} lacks "${form}"`),
        ...unknown.map((form) => `plural of ${plural.name} has "${form}", which ${language} does not know`),
      ];
    });
  } catch (error) {
    return [`is no ICU message: ${error instanceof Error ? error.message : String(error)}`];
  }
}

/** Arguments and tags in which a translation differs from its source. Both have to be valid. */
export function compareShapes(source: string, translation: string): string[] {
  const wanted = readShape(source).needs;
  const given = readShape(translation).needs;
  return [...new Set([...wanted.keys(), ...given.keys()])]
    .filter((name) => wanted.get(name) !== given.get(name))
    .map((name) => `${name} is ${given.get(name) ?? "missing"}, in English ${wanted.get(name) ?? "missing"}`);
}
