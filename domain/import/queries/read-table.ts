import { CsvError, parse } from "csv-parse/sync";
import iconv from "iconv-lite";
import { ok, refuse, type Result } from "@/domain/result";
import { type FileDefect, fileLimits } from "../schema";

/** A row, and the line that it ends in: a cell may hold line breaks. */
type Parsed = { record: string[]; end: number };

/**
 * A row and the line where it begins; the heading is line 1. "misfit": it has more or fewer cells than the heading, so
 * that nobody knows what belongs where.
 */
export type TableRow = { kind: "cells" | "empty" | "misfit"; line: number; cells: string[] };
export type Table = { header: string[]; rows: TableRow[] };

/** How a kind of file is told by its heading: the delimiter with the highest score is taken; `defect` then refuses it. */
export type Heading = { score: (header: readonly string[]) => number; defect: (header: readonly string[]) => FileDefect | null };

/** UTF-8 where every byte is valid UTF-8, otherwise Windows-1250, which spreadsheets in Poland still write. Null: no text. */
function decode(content: Uint8Array): string | null {
  // UTF-16 and binary files hold NUL bytes.
  if (content.includes(0)) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(content);
  } catch {
    return iconv.decode(Buffer.from(content), "win1250");
  }
}

/** The first `most` records. Rows of any length and stray quotes are read: what is wrong is told row by row. */
function parseWith(delimiter: string, text: string, most: number): Parsed[] {
  const ends: number[] = [];
  const records = parse(text, {
    delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    to: most,
    on_record: (record: string[], context) => {
      ends.push(context.lines);
      return record;
    },
  });
  return records.map((record, index) => ({ record, end: ends[index] ?? 0 }));
}

/** The one of comma, semicolon and tab with which the heading makes the most sense. */
function chooseDelimiter(text: string, { score }: Heading): string {
  const scoreOf = (delimiter: string) => score(parseWith(delimiter, text, 1)[0]?.record ?? []);
  return [",", ";", "\t"].map((delimiter) => ({ delimiter, score: scoreOf(delimiter) })).toSorted((a, b) => b.score - a.score)[0]?.delimiter ?? ",";
}

/** A cell as it was meant: without the blanks around it and without the apostrophe that keeps a spreadsheet from calculating. */
function clean(cell: string): string {
  return cell.trim().replace(/^'(?=[=+\-@\t\r])/, "");
}

function toRow(record: readonly string[], line: number, width: number): TableRow {
  const cells = record.map(clean);
  if (cells.every((cell) => cell === "")) return { kind: "empty", line, cells };
  // Empty cells beyond the last column come from spreadsheets; anything else there has shifted the others.
  const isWhole = cells.length >= width && cells.slice(width).every((cell) => cell === "");
  return { kind: isWhole ? "cells" : "misfit", line, cells };
}

function toTable(parsed: readonly Parsed[], heading: Heading): Result<Table, FileDefect> {
  const [first, ...rest] = parsed;
  const header = (first?.record ?? []).map((cell) => cell.trim());
  const defect = heading.defect(header);
  if (defect) return refuse(defect);
  if (rest.length === 0) return refuse("rows_missing");
  if (rest.length > fileLimits.rows) return refuse("rows_too_many");
  return ok({ header, rows: rest.map(({ record }, index) => toRow(record, (parsed[index]?.end ?? 0) + 1, header.length)) });
}

/** The heading and the rows of a CSV file: UTF-8 with or without a byte order mark, or Windows-1250; comma, semicolon or tab. */
export function readTable(content: Uint8Array, heading: Heading): Result<Table, FileDefect> {
  if (content.length === 0) return refuse("file_missing");
  if (content.length > fileLimits.bytes) return refuse("file_too_large");
  const text = decode(content);
  if (text === null) return refuse("file_not_text");
  try {
    return toTable(parseWith(chooseDelimiter(text, heading), text, fileLimits.rows + 2), heading);
  } catch (error) {
    if (error instanceof CsvError) return refuse("file_unreadable");
    throw error;
  }
}
