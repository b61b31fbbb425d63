import type { z } from "zod";
import { explainIssue, shorten } from "@/domain/import/rules";
import { type Locale, locales, spokenLanguages } from "@/domain/input";
import { guessLocale } from "@/domain/language/rules";
import { coreName, plainWords, slugOf } from "@/domain/organisation/rules";
import { agreedPurposes } from "@/domain/registration/rules";
import { changeSchema } from "@/domain/registration/schema";
import type { Answer, AnswerDefect, AnswerReport, Choices, ColumnMeaning, ColumnsDefect, Field, IntakeOrganisation, KnownPerson } from "./schema";

/** Words of a text without capitals and accents, between blanks, so that " name " finds a whole word. */
const plain = (text: string) => ` ${plainWords(text).replaceAll("-", " ").trim()} `;

/**
 * Headings of the forms that people use, in three languages; the first line that fits tells. What is narrower stands
 * first: "first name" before "name", "name of the company" before both.
 */
const headings: readonly [Field, RegExp][] = [
  ["evidence", /photo|picture|screenshot|recording| foto| bild|aufnahm|aufzeichn|zdjec|wizerun|nagra/],
  ["contact", /(?:share|pass on|forward|disclose)\w* .*(?:contact|address|data)|weitergabe|weitergeg|weitergeben|udostepn|przekaz/],
  ["email", / e ?mail|mailadresse| mail |poczt[ay] elektron/],
  ["participation", /consent|privacy|gdpr|data protection|agree|willig|datenschutz|dsgvo|einverstand|zgod|zgadzam|rodo |verarbeitung|przetwarzan/],
  ["interpreter", /interpret|dolmetsch|tlumacz/],
  ["languages", /language|sprache|jezyk/],
  ["organisation", /organi[sz]ation|company|institution|employer|firma|firmen|firmy|unternehm|einrichtung|institution|organizacj|instytuc|przedsiebior/],
  ["name", / (?:full|your) name | vor (?:und|u) (?:nach|zu)name| vorname (?:und )?(?:nach|familien)name| imie i nazwisko | imie nazwisko | first and last name /],
  ["given_name", / (?:first|given) ?name| vorname | imie /],
  ["family_name", / (?:last|family) ?name| surname | (?:nach|familien|zu)name | nazwisko /],
  ["name", /^ name $| teilnehmer|participant|uczestni/],
  ["hopes", /expect|hope|erwart|erhoff|oczekiwa|wishes|wunsch|wuensche/],
];

/** Meanings of which a file may have several columns: a form exports one for each language that can be ticked. */
const several: ReadonlySet<ColumnMeaning> = new Set(["languages", "none"]);

const emailSchema = changeSchema.shape.email;

/** What the columns seem to mean. Where several could hold the address, it is the one that holds the most addresses. */
function recogniseColumns(header: readonly string[], rows: readonly (readonly string[])[]): ColumnMeaning[] {
  const guessed = header.map((heading): ColumnMeaning => headings.find(([, words]) => words.test(plain(heading)))?.[0] ?? "none");
  const addresses = (column: number) => rows.filter((cells) => emailSchema.safeParse(cells[column]).success).length;
  const emails = guessed.flatMap((field, index) => (field === "email" ? [{ index, count: addresses(index) }] : []));
  const email = emails.toSorted((a, b) => b.count - a.count)[0]?.index;
  return guessed.map((field, index) => {
    if (several.has(field)) return field;
    return index === (field === "email" ? email : guessed.indexOf(field)) ? field : "none";
  });
}

/** What a moderator finds chosen already. */
export function recogniseForm(header: readonly string[], rows: readonly (readonly string[])[], fallback: Locale): Choices {
  return { columns: recogniseColumns(header, rows), locale: guessLocale(header.join(" "), locales) ?? fallback, organisations: {} };
}

/** Why no row can be read with these columns; null where they will do. */
export function columnsDefect(columns: readonly ColumnMeaning[]): ColumnsDefect | null {
  const has = (...fields: ColumnMeaning[]) => fields.some((field) => columns.includes(field));
  if (columns.some((field, index) => !several.has(field) && columns.indexOf(field) !== index)) return "column_twice";
  if (!has("email")) return "no_email";
  if (!has("name", "given_name", "family_name")) return "no_name";
  return has("organisation") ? null : "no_organisation";
}

const negations = / (?:no|not|dont|n|nein|nicht|kein|keine|keinen|nie|ne|bez|false|falsch|0) /;

/** A ticked box: forms write "yes", "1", "x" or the words beside the box, and nothing or a "no" where it is empty. */
export function isTicked(cell: string): boolean {
  return /[\p{L}\p{N}✓✔☑]/u.test(cell) && !negations.test(plain(cell));
}

function namesOf(code: string): string[] {
  return [...locales, code].map((locale) => plain(new Intl.DisplayNames([locale], { type: "language" }).of(code) ?? "").trim());
}

const languageNames = new Map(spokenLanguages.flatMap((code) => [code, ...namesOf(code)].map((name) => [name, code] as const)));

/** The language that a text names, such as "Deutsch (C1)" or "j. polski". */
function languageOf(text: string): string | null {
  return plain(text).trim().split(" ").map((word) => languageNames.get(word)).find((code) => code !== undefined) ?? null;
}

/** What a cell says of languages: names, or a tick where the heading names the language, as in "Languages [German]". */
function listLanguages(heading: string, cell: string): string[] {
  const box = /\[([^\]]+)\]\s*$/.exec(heading)?.[1];
  if (box !== undefined) return isTicked(cell) ? [box] : [];
  return cell.split(/[,;|/\n]|\s(?:and|und|i|oraz|&)\s/).map((item) => item.trim()).filter(Boolean);
}

/** Collects what is wrong with a row while its cells are read. */
class Reader {
  readonly defects: AnswerDefect[] = [];
  readonly header: readonly string[];
  readonly cells: readonly string[];
  readonly columns: readonly ColumnMeaning[];
  constructor(header: readonly string[], cells: readonly string[], columns: readonly ColumnMeaning[]) {
    this.header = header;
    this.cells = cells;
    this.columns = columns;
  }
  cell(field: Field): string {
    return this.cells[this.columns.indexOf(field)] ?? "";
  }
  read<T>(field: Field, schema: z.ZodType<T>, value = this.cell(field)): T | null {
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    const { code, limit } = issue ? explainIssue(issue, value) : { code: null, limit: 0 };
    this.add(code ?? (field === "email" ? "invalid_email" : "unstorable"), field, value, limit);
    return null;
  }
  add(code: AnswerDefect["code"], field: Field, value = "", limit = 0): void {
    this.defects.push({ code, field, value: shorten(value), limit });
  }
  /** Each language once; forms that ask for it differently give names that nobody knows, and those are told. */
  languages(): string[] {
    const items = this.columns.flatMap((field, index) => (field === "languages" ? listLanguages(this.header[index] ?? "", this.cells[index] ?? "") : []));
    return [...new Set(items.flatMap((item) => {
      const code = languageOf(item);
      if (code === null) this.add("unknown_language", "languages", item);
      return code ?? [];
    }))];
  }
}

function nameIn(reader: Reader): { field: Field; value: string } {
  if (reader.columns.includes("name")) return { field: "name", value: reader.cell("name") };
  const field = reader.columns.includes("given_name") ? "given_name" : "family_name";
  return { field, value: `${reader.cell("given_name")} ${reader.cell("family_name")}`.trim() };
}

/** A row as an answer, or everything that is wrong with it. Without a column for it, the moderator's word stands for taking part. */
export function readAnswer(header: readonly string[], cells: readonly string[], { columns }: Choices): { answer: Answer } | { defects: AnswerDefect[] } {
  const reader = new Reader(header, cells, columns);
  const { field, value } = nameIn(reader);
  const email = reader.read("email", changeSchema.shape.email);
  const personName = reader.read(field, changeSchema.shape.personName, value);
  const organisation = reader.cell("organisation");
  if (organisation === "") reader.add("missing", "organisation");
  const hopes = reader.read("hopes", changeSchema.shape.hopes) ?? null;
  const languages = reader.languages();
  const participation = !columns.includes("participation") || isTicked(reader.cell("participation"));
  if (!participation) reader.add("no_consent", "participation");
  if (email === null || personName === null || reader.defects.length > 0) return { defects: reader.defects };
  const purposes = agreedPurposes({ participation, contact: isTicked(reader.cell("contact")), evidence: isTicked(reader.cell("evidence")) });
  return { answer: { email, personName, organisation, languages, interpreterNeeded: isTicked(reader.cell("interpreter")), hopes: hopes || null, purposes } };
}

/** A row with what it says; `taken` is null where nobody can be registered by it. */
export type JudgedAnswer = { report: AnswerReport; taken: { answer: Answer; organisation: IntakeOrganisation } | null };

/** What is known where the answers are to go. `mayInvite`: the moderator decides who acts for organisations that nobody acts for. */
export type Surroundings = { organisations: readonly IntakeOrganisation[]; people: ReadonlyMap<string, KnownPerson>; mayInvite: boolean };

/** Of a name in the file; it stays the same one for slugOf, which reads no further than this. */
const longestName = 150;

/** The organisation that is meant by a name: by the moderator's word, otherwise by its name. */
function findOrganisation(name: string, { organisations: meant }: Choices, { organisations }: Surroundings): IntakeOrganisation | undefined {
  const slug = slugOf(name);
  const id = Object.entries(meant).find(([of]) => slugOf(of) === slug)?.[1];
  if (id !== undefined) return organisations.find((organisation) => organisation.id === id);
  const same = organisations.find((organisation) => slugOf(organisation.name) === slug);
  // "Mewa Sp. z o.o." is "Mewa", where no other organisation is called so, too.
  const [alike, another] = organisations.filter((organisation) => coreName(organisation.name) === coreName(name));
  return same ?? (another ? undefined : alike);
}

/** Says of one answer what would happen with it. */
export function judgeAnswer(line: number, answer: Answer, choices: Choices, surroundings: Surroundings): JudgedAnswer {
  const base = { line, name: shorten(answer.personName), email: answer.email };
  const person = surroundings.people.get(answer.email);
  if (person?.standing) return { report: { ...base, outcome: person.standing === "active" ? "registered" : "ended" }, taken: null };
  const organisation = findOrganisation(answer.organisation, choices, surroundings);
  if (!organisation) return { report: { ...base, outcome: "unknown", organisation: shorten(answer.organisation, longestName) }, taken: null };
  const taken = { organisation: organisation.name, purposes: answer.purposes };
  const belongs = person?.belongs.has(organisation.id) ?? false;
  const isInvited = !belongs && !organisation.hasOwner && surroundings.mayInvite;
  const report: AnswerReport = belongs || isInvited ? { ...base, outcome: "register", isInvited, ...taken } : { ...base, outcome: "ask", ...taken };
  return { report, taken: { answer, organisation } };
}
