import type { Actor } from "@/domain/actor";
import { type Heading, readTable, type Table, type TableRow } from "@/domain/import/queries/read-table";
import { shorten } from "@/domain/import/rules";
import type { FileDefect } from "@/domain/import/schema";
import { isProgrammeStaff } from "@/domain/programme/rules";
import type { Result } from "@/domain/result";
import { requireAnswerFile } from "../access";
import { columnsDefect, judgeAnswer, type JudgedAnswer, readAnswer } from "../rules";
import type { Answer, AnswerDefect, AnswerReport, Choices } from "../schema";
import { loadSurroundings } from "./load-surroundings";

/** A form's file has a heading of its own making: the delimiter is the one that divides it most. */
const heading: Heading = { score: (header) => header.length, defect: () => null };

/** The table of a form's file. */
export function readForm(content: Uint8Array): Result<Table, FileDefect> {
  return readTable(content, heading);
}

/** A row before anybody is looked up. */
type Read = { line: number; name: string; email: string; of?: number } & ({ answer: Answer } | { defects: AnswerDefect[] } | { isEmpty: true });

function readRow({ kind, line, cells }: TableRow, header: readonly string[], choices: Choices): Read {
  if (kind === "empty") return { line, name: "", email: "", isEmpty: true };
  if (kind === "misfit") return { line, name: "", email: "", defects: [{ code: "column_count", field: null, value: String(cells.length), limit: header.length }] };
  const read = readAnswer(header, cells, choices);
  const { personName: name, email } = "answer" in read ? read.answer : { personName: "", email: "" };
  return { line, name: shorten(name), email, ...read };
}

/** Who has answered twice counts once: the first line. */
function readRows({ header, rows }: Table, choices: Choices): Read[] {
  const lineOf = new Map<string, number>();
  return rows.map((row) => {
    const read = readRow(row, header, choices);
    if (!("answer" in read)) return read;
    const of = lineOf.get(read.answer.email);
    if (of !== undefined) return { ...read, of };
    lineOf.set(read.answer.email, row.line);
    return read;
  });
}

function toJudged(report: AnswerReport): JudgedAnswer {
  return { report, taken: null };
}

type Place = { id: string; programmeId: string };

/** Each line of a form's file as it stands to the event now. Asks for nobody's permission: the caller has. */
export async function judgeAnswers(actor: Actor, place: Place, table: Table, choices: Choices) {
  const isReadable = columnsDefect(choices.columns) === null;
  const read = isReadable ? readRows(table, choices) : [];
  const emails = read.flatMap((row) => ("answer" in row ? [row.answer.email] : []));
  const surroundings = { ...(await loadSurroundings(place, [...new Set(emails)])), mayInvite: isProgrammeStaff(actor, place.programmeId) };
  const judged = read.map((row) => {
    const { line, name, email, of } = row;
    const base = { line, name, email };
    if ("isEmpty" in row) return toJudged({ ...base, outcome: "empty" });
    if ("defects" in row) return toJudged({ ...base, outcome: "defect", defects: row.defects });
    return of === undefined ? judgeAnswer(line, row.answer, choices, surroundings) : toJudged({ ...base, outcome: "duplicate", of });
  });
  return { judged, organisations: surroundings.organisations };
}

/** Cells that are shown of each column, so that its meaning can be told. */
const samples = 3;

/** Answers that were uploaded, with what their columns seem to mean and what each line would become. Throws SignedOut, NotFound. */
export async function getIntake(actor: Actor, eventSlug: string, id: string) {
  const { content, ...file } = await requireAnswerFile(actor, eventSlug, id);
  const table = readForm(content);
  // It could be read when it was uploaded; only an update of the portal may have changed its mind.
  const { header, rows } = table.ok ? table.value : { header: [], rows: [] };
  const { judged, organisations } = await judgeAnswers(actor, file.event, { header, rows }, file.choices);
  const columns = header.map((name, index) => ({
    number: index + 1,
    name,
    meaning: file.choices.columns[index] ?? ("none" as const),
    samples: rows.flatMap(({ cells }) => cells[index] || []).slice(0, samples),
  }));
  return { ...file, columns, defect: columnsDefect(file.choices.columns), lines: judged.map(({ report }) => report), organisations };
}
