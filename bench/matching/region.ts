import { randomUUID } from "node:crypto";
import { fieldTree } from "../../domain/field/schema";
import { type Locale, locales } from "../../domain/input";
import type { Concept, ConceptKind } from "../../domain/matching/concept";
import { pomostLexicon } from "../../domain/matching/pomost-lexicon";
import type { Random } from "../../domain/schedule/solver/random";
import { db } from "../../prisma/client";

const fields = Object.entries(fieldTree).filter(([group]) => group !== "industries").flatMap(([, codes]) => codes);

/** Few are frequent, most are rare: the place grows with the square of chance. */
const draw = <T>(items: readonly T[], random: Random): T => items[Math.floor(items.length * random() ** 2)] as T;

type Shelf = Record<ConceptKind, Concept[]>;

/** Concepts by kind, in an order that has nothing to do with that of the files. */
function shelve(random: Random): Shelf {
  const mixed = pomostLexicon().concepts.map((concept) => ({ concept, at: random() })).toSorted((a, b) => a.at - b.at).map(({ concept }) => concept);
  const ofKind = (kind: ConceptKind) => mixed.filter((concept) => concept.kind === kind);
  return { subject: ofKind("subject"), service: ofKind("service"), sector: ofKind("sector"), cooperation: ofKind("cooperation"), general: ofKind("general") };
}

const sentences: Record<Locale, Record<"offer" | "need", string>> = {
  pl: { offer: "Oferujemy: {service}, {subject} i {other} dla branży {sector}, zespół z wieloletnim doświadczeniem", need: "Szukamy partnera, który zna się na: {subject}, {other} – {service}, branża {sector}" },
  de: { offer: "Wir bieten {service} rund um {subject} und {other} für {sector}, mit erfahrenem Team", need: "Gesucht wird ein Partner für {subject} und {other}: {service}, Branche {sector}" },
  en: { offer: "We provide {service} for {subject} and {other} in {sector}, with a long-standing team", need: "Looking for a partner who knows {subject} and {other}: {service}, sector {sector}" },
};

type Writer = { locale: Locale; trade: readonly Concept[]; shelf: Shelf; random: Random };

function write(direction: "offer" | "need", { locale, trade, shelf, random }: Writer): string {
  const word = ({ [locale]: wordings }: Concept) => wordings[Math.floor(random() * wordings.length)] ?? "";
  const said = { subject: draw(trade, random), other: random() < 0.7 ? draw(trade, random) : draw(shelf.subject, random), service: draw(shelf.service, random), sector: draw(shelf.sector, random) };
  return sentences[locale][direction].replace(/\{(\w+)\}/g, (_, name: keyof typeof said) => word(said[name])).slice(0, 500);
}

function invent(shelf: Shelf, random: Random) {
  const id = randomUUID();
  const country = random() < 0.5 ? "PL" : "DE";
  const home = country === "PL" ? "pl" : "de";
  const locale: Locale = random() < 0.15 ? "en" : home;
  const trade = Array.from({ length: 6 }, () => draw(shelf.subject, random));
  const statements = (["offer", "offer", "offer", "need", "need"] as const).map((direction, position) => ({
    id: randomUUID(), organisationId: id, direction, locale, position, text: write(direction, { locale, trade, shelf, random }),
  }));
  return {
    organisation: { id, slug: `r-${id}`, name: `Region ${id.slice(0, 8)}`, type: "it_company" as const, country, region: country === "PL" ? "PL42" : "DE80", languages: [locale, "en"], profileVisibility: "public" as const },
    statements,
    tags: statements.map(({ id: statementId }) => ({ statementId, fieldCode: draw(fields, random) })),
    text: { organisationId: id, locale, description: locales.map(() => write("offer", { locale, trade, shelf, random })).join(". ") },
  };
}

/** Stores so many more organisations of a programme, with three offers and two needs each; their ids. */
export async function createRegion(programmeId: string, count: number, random: Random): Promise<string[]> {
  const shelf = shelve(random);
  const ids: string[] = [];
  while (ids.length < count) {
    const some = Array.from({ length: Math.min(1000, count - ids.length) }, () => invent(shelf, random));
    await db.organisation.createMany({ data: some.map(({ organisation }) => organisation) });
    await db.organisationText.createMany({ data: some.map(({ text }) => text) });
    await db.statement.createMany({ data: some.flatMap(({ statements }) => statements) });
    await db.statementField.createMany({ data: some.flatMap(({ tags }) => tags) });
    await db.admission.createMany({ data: some.map(({ organisation }) => ({ organisationId: organisation.id, programmeId, state: "approved", decidedAt: new Date() })) });
    ids.push(...some.map(({ organisation }) => organisation.id));
  }
  return ids;
}
