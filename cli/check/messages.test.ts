import { expect, test } from "vitest";
import { messages } from "./messages";
import { plant } from "./plant";

const page = `
import { useTranslations } from "next-intl";
export function Page({ state }: { state: string }) {
  const t = useTranslations("Page");
  const texts = [t("title"), t(\`state.\${state}\`), t("places", { count: 1 }), t.rich("more", { link: String })];
  return texts.map((t) => t.length);
}
`;

const texts = {
  en: {
    title: "Title",
    state: { open: "Open", full: "Full" },
    places: "{count, plural, one {# place} other {# places}}",
    more: "Read <link>more</link>",
  },
  de: {
    title: "Titel",
    state: { open: "Offen", full: "Voll" },
    places: "{count, plural, one {# Platz} other {# Plätze}}",
    more: "<link>Mehr</link> lesen",
  },
  pl: {
    title: "Tytuł",
    state: { open: "Otwarte", full: "Pełne" },
    places: "{count, plural, one {# miejsce} few {# miejsca} many {# miejsc} other {# miejsca}}",
    more: "<link>Więcej</link>",
  },
};

type Change = { [language in keyof typeof texts]?: Record<string, unknown> };

async function check(change: Change = {}, code: Record<string, string> = {}) {
  const file = (language: keyof typeof texts) => JSON.stringify({ Page: { ...texts[language], ...change[language] } });
  const files = { "messages/en.json": file("en"), "messages/de.json": file("de"), "messages/pl.json": file("pl") };
  const verdict = await messages.check(plant({ "app/page.tsx": page, ...code, ...files }));
  return verdict.findings;
}

test("texts that are complete, fit and are shown pass", async () => {
  expect(await check()).toEqual([]);
});

test("a text that a language lacks, or has alone, is found", async () => {
  expect(await check({ de: { state: { open: "Offen", closed: "Zu" } } })).toEqual([
    "de: Page.state.closed is not in English",
    "de: Page.state.full is missing",
  ]);
});

test("empty and broken texts are found", async () => {
  const [empty, broken] = await check({ pl: { title: " ", more: "<link>Więcej" } });
  expect(empty).toBe("pl: Page.title is empty");
  expect(broken).toContain("pl: Page.more is no ICU message");
});

test("other arguments, other kinds of them and other tags are found", async () => {
  expect(
    await check({
      de: { places: "{count} Plätze", more: "<a>Mehr</a> lesen", title: "Titel {name}" },
    }),
  ).toEqual([
    "de: Page.title: name is text, in English missing",
    "de: Page.places: count is text, in English number",
    "de: Page.more: link is missing, in English tag",
    "de: Page.more: a is tag, in English missing",
  ]);
});

test("a plural without the forms of its language is found", async () => {
  expect(await check({ pl: { places: "{count, plural, one {# miejsce} other {# miejsc}}" } })).toEqual([
    'pl: Page.places plural of count lacks "few"',
    'pl: Page.places plural of count lacks "many"',
  ]);
  expect(await check({ pl: { places: "Miejsca: {count, plural, =0 {brak} other {#}}" } })).toEqual([]);
  expect(await check({ de: { places: "{count, plural, one {#} few {#} other {#}}" } })).toEqual([
    'de: Page.places plural of count has "few", which de does not know',
  ]);
});

test("texts that nobody shows, and places without a text, are found", async () => {
  const words = { idle: "x", state: { open: "a", full: "b" } };
  const card = `
import { getTranslations } from "next-intl/server";
export async function Card(key: "a" | "b") {
  const [t, other] = await Promise.all([getTranslations("Page"), getTranslations({ locale: "en", namespace: "Card" })]);
  return [t("gone"), t(key ? "title" : "lost"), other(\`part.\${key}\`), t("places"), t("title", { name: key })];
}
`;
  expect(await check({ en: words, de: words, pl: words }, { "components/event/card.tsx": card })).toEqual([
    "components/event/card.tsx:5: there is no text Page.gone",
    "components/event/card.tsx:5: there is no text Page.lost",
    "components/event/card.tsx:5: there is no text Card.part.*",
    "en: used nowhere: Page.idle",
    "components/event/card.tsx:5: Page.places needs count",
    "components/event/card.tsx:5: Page.title does not use name",
  ]);
});

test("a code of domain or of an action without words is found", async () => {
  const commands = 'export const take = (full: boolean) => refuse(full ? "event_full" : "too_late");\n';
  const schema = 'export const year = z.number().refine(Boolean, { error: "in_future" });\n';
  const actions = 'export const act = () => ({ ok: true, notice: "saved" });\n';
  const code = { "domain/event/commands.ts": commands, "domain/event/schema.ts": schema, "app/actions.ts": actions };
  expect(await check({}, code)).toEqual([
    "app/actions.ts:1: there is no text Notices.saved",
    "domain/event/commands.ts:1: there is no text Errors.event_full",
    "domain/event/commands.ts:1: there is no text Errors.too_late",
    "domain/event/schema.ts:1: there is no text Errors.in_future",
  ]);
});

test("translators of a list are told apart", async () => {
  const words = { en: { extra: "x" }, de: { extra: "y" }, pl: { extra: "z" } };
  const card = 'export const card = async () => {\n  const [state, t] = [await load(), await getTranslations("Page")];\n  return t("extra");\n};\n';
  expect(await check(words, { "components/event/card.ts": card })).toEqual([]);
});

test("a translator handed on is followed by the namespace in its type", async () => {
  const words = { en: { extra: "x" }, de: { extra: "y" }, pl: { extra: "z" } };
  const label = 'export const label = (t: Translator<"Page">, name: string) => t("extra") + t(`state.${name}`);\n';
  expect(await check(words, { "components/event/label.ts": label })).toEqual([]);
});

test("longer texts that were not translated, and words for friends, are found", async () => {
  const title = "This sentence is long enough to be noticed.";
  expect(await check({ en: { title }, de: { title: "Gib deinen Namen ein" }, pl: { title } })).toEqual([
    'de: Page.title addresses the reader as a friend ("deinen")',
    "pl: Page.title reads as in English",
  ]);
  expect(await check({ pl: { title: "Czy chcesz zapisać?" } })).toEqual([
    'pl: Page.title addresses the reader as a friend ("chcesz")',
  ]);
});
