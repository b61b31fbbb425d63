import { z } from "zod";
import { emailSchema, type Locale, locales, spokenLanguages, webAddressSchema } from "@/domain/input";
import { guessLocale } from "@/domain/language/rules";
import { slugOf } from "@/domain/organisation/rules";
import {
  descriptionSchema,
  foundedSchema,
  limits,
  nameSchema,
  type OrganisationSize,
  type OrganisationType,
  organisationTypes,
  organisationTypeSchema,
  statementTextSchema,
} from "@/domain/organisation/schema";
import { isRegionOf } from "@/domain/region/rules";
import { countrySchema, placeSchema } from "@/domain/region/schema";
import {
  type Cells,
  type Column,
  columns,
  type Defect,
  type FileRow,
  type KnownOrganisation,
  type LineReport,
  type OrganisationDraft,
  separator,
  type Suspicion,
} from "./schema";

const sizes: Record<string, OrganisationSize> = { "1-9": "micro", "10-49": "small", "50-249": "medium", "250+": "large" };

/** What is reported where a column's value is none of those that it may have. */
const misread: Partial<Record<Column, Defect["code"]>> = {
  type: "unknown_type",
  country: "unknown_country",
  region: "unknown_region",
  languages: "unknown_language",
  size: "unknown_size",
  website: "invalid_url",
  contact_email: "invalid_email",
  founded: "invalid_year",
  wished_types: "unknown_type",
  wished_regions: "unknown_place",
};

/** The beginning of a cell in one line, for a report on a page or a terminal. */
export function shorten(value: string, most = 60): string {
  const line = value.toWellFormed().replace(/\p{Cc}+/gu, " ");
  const letters = Array.from(line);
  return letters.length > most ? `${letters.slice(0, most).join("")}…` : line;
}

function defect(code: Defect["code"], column: Column | null, value: string, limit = 0): Defect {
  return { code, column, value: shorten(value), limit };
}

/** Characters that the cells, or the items of their lists, may have. */
const lengths: Partial<Record<Column, number>> = {
  name: 200,
  description_pl: limits.description,
  description_de: limits.description,
  description_en: limits.description,
  offers: limits.statement,
  needs: limits.statement,
};

/** What is wrong with a text, whatever it is about; no code where it is not one of those that it may be. */
export function explainIssue(issue: z.core.$ZodIssue, value: string): { code: "too_long" | "too_short" | "missing" | "in_future" | "one_line" | "unstorable" | null; limit: number } {
  if (issue.code === "too_big" && issue.origin === "string") return { code: "too_long", limit: Number(issue.maximum) };
  if (issue.code === "too_small" && issue.origin === "string") return { code: value ? "too_short" : "missing", limit: Number(issue.minimum) };
  const told = issue.code === "custom" ? (["in_future", "one_line", "unstorable"] as const).find((code) => code === issue.message) : undefined;
  return { code: told ?? (value === "" ? "missing" : null), limit: 0 };
}

function defectOf(issue: z.core.$ZodIssue, column: Column, value: string): Defect {
  const { code, limit } = explainIssue(issue, value);
  return defect(code ?? misread[column] ?? "unstorable", column, value, code === "too_long" ? (lengths[column] ?? limit) : limit);
}

/** Collects what is wrong with a row while its cells are read. */
class Reader {
  readonly defects: Defect[] = [];
  private readonly cells: Cells;
  constructor(cells: Cells) {
    this.cells = cells;
  }
  read<T>(column: Column, schema: z.ZodType<T>, value = this.cells[column]): T | null {
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    // One sentence per cell is enough to find it.
    this.defects.push(...parsed.error.issues.slice(0, 1).map((issue) => defectOf(issue, column, value)));
    return null;
  }
  optional<T>(column: Column, schema: z.ZodType<T>): T | null {
    return this.cells[column] === "" ? null : this.read(column, schema);
  }
  /** A list whose items mean something once each. */
  set<T>(column: Column, schema: z.ZodType<T>, most: number): T[] {
    return [...new Set(this.list(column, schema, most))];
  }
  list<T>(column: Column, schema: z.ZodType<T>, most: number): T[] {
    const items = itemsOf(this.cells[column]);
    if (items.length > most) this.defects.push(defect("too_many", column, String(items.length), most));
    return items.flatMap((item) => this.read(column, schema, item) ?? []);
  }
}

/** The items of a list in one cell. */
function itemsOf(cell: string): string[] {
  return cell.split(/(?:^|\s)\|(?=\s|$)/).map((item) => item.trim()).filter(Boolean);
}

const typeSchema = z.string().transform((value) => value.toLowerCase().replaceAll("-", "_")).pipe(organisationTypeSchema);
const countryCellSchema = z.string().transform((value) => value.toUpperCase()).pipe(countrySchema);
const placeCellSchema = z.string().transform((value) => value.toUpperCase()).pipe(placeSchema);
const sizeSchema = z.string().transform((value, context): OrganisationSize => {
  const size = Object.hasOwn(sizes, value) ? sizes[value] : undefined;
  if (size) return size;
  context.addIssue({ code: "custom", message: "unknown" });
  return z.NEVER;
});
const languageSchema = z.string().transform((value) => value.toLowerCase()).pipe(z.enum(spokenLanguages));
const regionIn = (country: string | null) =>
  z.string().min(1).transform((value) => value.toUpperCase()).refine((value) => country === null || isRegionOf(value, country), { error: "unknown" });

/** The language of each text: what the text itself tells, else all of them together, else that of the profile. */
function withLocales(texts: string[], candidates: readonly Locale[], all: string): { locale: Locale; text: string }[] {
  const whole = guessLocale(all, candidates) ?? candidates[0] ?? "en";
  return texts.map((text) => ({ text, locale: guessLocale(text, candidates) ?? whole }));
}

const descriptionColumns: Record<Locale, Column> = { en: "description_en", de: "description_de", pl: "description_pl" };

/** A row as an organisation, or everything that is wrong with it. */
export function readCells(cells: Cells): { draft: OrganisationDraft } | { defects: Defect[] } {
  const reader = new Reader(cells);
  const name = reader.read("name", nameSchema);
  const type = reader.read("type", typeSchema);
  const country = reader.read("country", countryCellSchema);
  const region = reader.read("region", regionIn(country));
  const rest = {
    website: reader.optional("website", webAddressSchema),
    contactEmail: reader.optional("contact_email", emailSchema),
    languages: reader.set("languages", languageSchema, spokenLanguages.length),
    size: reader.optional("size", sizeSchema),
    founded: reader.optional("founded", foundedSchema),
    wishedTypes: reader.set("wished_types", typeSchema, organisationTypes.length),
    wishedRegions: reader.set("wished_regions", placeCellSchema, limits.wishedRegions),
  };
  const descriptions = locales.flatMap((locale) => {
    const text = reader.optional(descriptionColumns[locale], descriptionSchema);
    return text ? [{ locale, text }] : [];
  });
  const offers = reader.list("offers", statementTextSchema, limits.statements);
  const needs = reader.list("needs", statementTextSchema, limits.statements);
  if (name === null || type === null || country === null || region === null || reader.defects.length > 0) return { defects: reader.defects };
  const written = descriptions.map(({ locale }) => locale);
  const spoken = locales.filter((locale) => rest.languages.includes(locale));
  const candidates = [written, spoken, locales].find((list) => list.length > 0) ?? locales;
  const all = [...offers, ...needs].join(" ");
  return {
    draft: { name, type, country, region, ...rest, descriptions, offers: withLocales(offers, candidates, all), needs: withLocales(needs, candidates, all) },
  };
}

const sizeCells = Object.fromEntries(Object.entries(sizes).map(([cell, size]) => [size, cell]));

const typeCell = (type: OrganisationType) => type.replaceAll("_", "-");

/** An organisation in the words of a file: what the export writes and what a file is compared with. */
export function cellsOf(draft: OrganisationDraft): Cells {
  const description = (locale: Locale) => draft.descriptions.find((text) => text.locale === locale)?.text ?? "";
  const list = (items: readonly string[]) => items.map((item) => item.replaceAll(separator, " / ")).join(separator);
  return {
    name: draft.name,
    type: typeCell(draft.type),
    country: draft.country,
    region: draft.region,
    website: draft.website ?? "",
    contact_email: draft.contactEmail ?? "",
    languages: list(draft.languages),
    size: draft.size ? (sizeCells[draft.size] ?? "") : "",
    founded: draft.founded === null ? "" : String(draft.founded),
    description_pl: description("pl"),
    description_de: description("de"),
    description_en: description("en"),
    offers: list(draft.offers.map(({ text }) => text)),
    needs: list(draft.needs.map(({ text }) => text)),
    wished_types: list(draft.wishedTypes.map(typeCell)),
    wished_regions: list(draft.wishedRegions),
  };
}

const writtenColumns = ["name", "website", "contact_email", "description_pl", "description_de", "description_en", "offers", "needs"] as const;

/** A spreadsheet would calculate it. */
export function isFormula(text: string): boolean {
  return /^[=+\-@\t\r]/.test(text);
}

/** A browser could take it for a tag. It is shown as text everywhere; the organiser may not want it at all. */
export function isMarkup(text: string): boolean {
  return /<[a-z!/?]/i.test(text);
}

/** What looks like more than text, in the cells that people wrote. */
function suspicionsOf(draft: OrganisationDraft): Suspicion[] {
  const cells = cellsOf(draft);
  return writtenColumns.flatMap((column) => {
    const items = itemsOf(cells[column]);
    const first = (code: Suspicion["code"], test: (text: string) => boolean): Suspicion[] => {
      const value = items.find(test);
      return value === undefined ? [] : [{ code, column, value: shorten(value) }];
    };
    return [...first("formula", isFormula), ...first("markup", isMarkup)];
  });
}

/** What two rows, or a row and an organisation, have in common when they mean the same one: name and country, or website. */
export function identitiesOf(cells: Pick<Cells, "name" | "country" | "website">): string[] {
  const website = cells.website.toLowerCase().replace(/^[a-z]+:\/\/(?:www\.)?/, "").replace(/\/+$/, "");
  return [nameIdentity(cells), ...(website ? [`website ${website}`] : [])];
}

/** Name and country, however the name is written. */
export function nameIdentity({ name, country }: Pick<Cells, "name" | "country">): string {
  return `name ${country} ${slugOf(name)}`;
}

const comparable = (column: Column, cell: string) => (column === "website" ? cell.toLowerCase().replace(/\/+$/, "") : cell);

function differences(one: Cells, other: Cells): Column[] {
  return columns.filter((column) => comparable(column, one[column]) !== comparable(column, other[column]));
}

/** A line with what it says; `draft` is null where nothing of it can be imported. */
export type Judged = { report: LineReport; draft: OrganisationDraft | null };

function judgeKnown(base: { line: number; name: string }, draft: OrganisationDraft, known: Cells): Judged {
  const different = differences(cellsOf(draft), known);
  const report: LineReport = different.length > 0 ? { ...base, outcome: "differs", columns: different } : { ...base, outcome: "unchanged" };
  return { report, draft: null };
}

/**
 * Says of each row of a file what would happen with it.
 * @param known the organisations of the programme
 * @param keyOf the key under which an import stores a row, so that one whose people renamed it later is known again
 */
export function judgeRows(rows: readonly FileRow[], known: readonly KnownOrganisation[], keyOf: (draft: OrganisationDraft) => string): Judged[] {
  const byIdentity = new Map(known.flatMap(({ cells }) => identitiesOf(cells).map((identity) => [identity, cells] as const)));
  const byKey = new Map(known.map(({ submissionKey, cells }) => [submissionKey, cells] as const));
  const lineOf = new Map<string, number>();
  return rows.map((row): Judged => {
    if (row.kind === "empty") return { report: { line: row.line, name: "", outcome: "empty" }, draft: null };
    if (row.kind === "misfit") {
      const defects = [defect("column_count", null, String(row.found), row.expected)];
      return { report: { line: row.line, name: shorten(row.name), outcome: "defect", defects }, draft: null };
    }
    const base = { line: row.line, name: shorten(row.cells.name) };
    const read = readCells(row.cells);
    if ("defects" in read) return { report: { ...base, outcome: "defect", defects: read.defects }, draft: null };
    const { draft } = read;
    const identities = identitiesOf(cellsOf(draft));
    const of = identities.map((identity) => lineOf.get(identity)).find((line) => line !== undefined);
    if (of !== undefined) return { report: { ...base, outcome: "duplicate", of }, draft: null };
    for (const identity of identities) lineOf.set(identity, row.line);
    const same = byKey.get(keyOf(draft)) ?? identities.map((identity) => byIdentity.get(identity)).find((cells) => cells !== undefined);
    if (same) return judgeKnown(base, draft, same);
    const suspicions = suspicionsOf(draft);
    if (suspicions.length > 0) return { report: { ...base, outcome: "suspicious", suspicions }, draft };
    return { report: { ...base, outcome: "create" }, draft };
  });
}
