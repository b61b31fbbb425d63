import type { Gate } from "./gate";
import { findFamiliar, isUntranslated } from "./message-manners";
import { compareShapes, flatten, judgeText, readShape, type Language, type Texts } from "./message-texts";
import { any, findCodes, findUses, type Use } from "./message-uses";
import { listCode, readText } from "./tree";

const translations = ["de", "pl"] as const;

function judgeLanguage(language: Language, texts: Texts): string[] {
  return [...texts].flatMap(([key, text]) => {
    const faults = judgeText(language, text);
    const familiar = faults.length === 0 ? findFamiliar(language, text) : undefined;
    if (familiar) faults.push(`addresses the reader as a friend ("${familiar}")`);
    return faults.map((fault) => `${language}: ${key} ${fault}`);
  });
}

function judgeTranslation(language: Language, source: Texts, texts: Texts): string[] {
  const findings = [...texts.keys()].filter((key) => !source.has(key)).map((key) => `${language}: ${key} is not in English`);
  for (const [key, english] of source) {
    const text = texts.get(key);
    if (text === undefined) findings.push(`${language}: ${key} is missing`);
    else if (judgeText("en", english).length === 0 && judgeText(language, text).length === 0) {
      findings.push(...compareShapes(english, text).map((fault) => `${language}: ${key}: ${fault}`));
      if (isUntranslated(key, english, text)) findings.push(`${language}: ${key} reads as in English`);
    }
  }
  return findings;
}

/** Values that a place hands to a text and the text does not know, and the other way round. */
function compareValues({ at, key, values }: Use, source: Texts): string[] {
  const text = source.get(key);
  if (text === undefined || values === undefined || judgeText("en", text).length > 0) return [];
  const needs = [...readShape(text).needs.keys()];
  return [
    ...needs.filter((name) => !values.includes(name)).map((name) => `${at}: ${key} needs ${name}`),
    ...values.filter((name) => !needs.includes(name)).map((name) => `${at}: ${key} does not use ${name}`),
  ];
}

/** A code may have its words beside a screen's own texts, where it is shown on that screen alone. */
function findWords(use: Use, source: Texts): Use {
  const code = use.key.slice(use.key.indexOf(".") + 1);
  const key = source.has(use.key) ? use.key : [...source.keys()].find((name) => name.endsWith(`.${code}`));
  return { ...use, key: key ?? use.key };
}

function pattern(key: string): RegExp {
  const parts = key.split(any).map((part) => part.replace(/[^\w-]/g, "\\$&"));
  return new RegExp(`^${parts.join(".+")}$`);
}

function judgeUses(uses: Use[], source: Texts): string[] {
  const keys = [...source.keys()];
  const open = [...new Set(uses.map(({ key }) => key).filter((key) => key.includes(any)))];
  const matches = new Map(open.map((key) => [key, keys.filter((name) => pattern(key).test(name))]));
  const used = new Set([...uses.map(({ key }) => key), ...[...matches.values()].flat()]);
  const unknown = uses.filter(({ key }) => !source.has(key) && (matches.get(key) ?? []).length === 0);
  const idle = Map.groupBy(keys.filter((key) => !used.has(key)), (key) => key.split(".")[0] ?? "");
  return [
    ...unknown.map(({ at, key }) => `${at}: there is no text ${key.replaceAll(any, "*")}`),
    ...[...idle.values()].map((unused) => `en: used nowhere: ${unused.join(", ")}`),
    ...uses.flatMap((use) => compareValues(use, source)),
  ];
}

/** Every text is there in three languages, fits its place, and is shown somewhere. */
export const messages: Gate = {
  name: "messages",
  check(root) {
    const read = (language: Language): Texts =>
      new Map(flatten(JSON.parse(readText(root, `messages/${language}.json`))));
    const source = read("en");
    const files = listCode(root).filter((file) => !/\.(?:test|spec)\.tsx?$|^e2e\/|^bench\/|^cli\/check\//.test(file));
    const uses = files.flatMap((file) => {
      const text = readText(root, file);
      const codes = /^(?:domain|app)\//.test(file) ? findCodes(file, text) : [];
      return [...findUses(file, text), ...codes.map((use) => findWords(use, source))];
    });
    const findings = [
      ...judgeLanguage("en", source),
      ...translations.flatMap((language) => {
        const texts = read(language);
        return [...judgeLanguage(language, texts), ...judgeTranslation(language, source, texts)];
      }),
      ...judgeUses(uses, source),
    ];
    return Promise.resolve({ looked: `${source.size} texts, ${uses.length} uses`, findings });
  },
};
