import { CsvError, parse } from "csv-parse/sync";
import iconv from "iconv-lite";
import { ok, refuse, type Result } from "@/domain/result";
import { type Cells, type Column, columns, type FileDefect, fileLimits, type FileRow, requiredColumns } from "../schema";

/** A row, and the line that it ends in: a cell may hold line breaks. */
type Parsed = { record: string[]; end: number };

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

const headerOf = (record: readonly string[]) => record.map((cell) => cell.trim().toLowerCase());
const isColumn = (name: string): name is Column => columns.some((column) => column === name);

/** The one of comma, semicolon and tab with which the header names the most columns. */
function chooseDelimiter(text: string): string {
  const named = (delimiter: string) => {
    const [header] = parseWith(delimiter, text, 1);
    return headerOf(header?.record ?? []).filter(isColumn).length;
  };
  return [",", ";", "\t"].map((delimiter) => ({ delimiter, count: named(delimiter) })).toSorted((a, b) => b.count - a.count)[0]?.delimiter ?? ",";
}

/** A cell as it was meant: without the blanks around it and without the apostrophe that keeps a spreadsheet from calculating. */
function clean(cell: string): string {
  return cell.trim().replace(/^'(?=[=+\-@\t\r])/, "");
}

function toRow({ record, line }: { record: string[]; line: number }, header: readonly string[]): FileRow {
  if (record.every((cell) => cell.trim() === "")) return { kind: "empty", line };
  // Empty cells beyond the last column come from spreadsheets; anything else there has shifted the others.
  const isWhole = record.length >= header.length && record.slice(header.length).every((cell) => cell.trim() === "");
  if (!isWhole) {
    return { kind: "misfit", line, name: record[header.indexOf("name")]?.trim() ?? "", found: record.length, expected: header.length };
  }
  const cells = Object.fromEntries(columns.map((column) => [column, clean(record[header.indexOf(column)] ?? "")])) as Cells;
  return { kind: "cells", line, cells };
}

function toRows(parsed: Parsed[]): Result<FileRow[], FileDefect> {
  const [first, ...rest] = parsed;
  const header = headerOf(first?.record ?? []);
  if (!requiredColumns.every((column) => header.includes(column))) return refuse("columns_missing");
  const known = header.filter(isColumn);
  if (new Set(known).size < known.length) return refuse("columns_repeated");
  if (rest.length === 0) return refuse("rows_missing");
  if (rest.length > fileLimits.rows) return refuse("rows_too_many");
  return ok(rest.map(({ record }, index) => toRow({ record, line: (parsed[index]?.end ?? 0) + 1 }, header)));
}

/**
 * The rows of a CSV file: UTF-8 with or without a byte order mark, or Windows-1250; comma, semicolon or tab; the columns
 * in any order, unknown ones left out. Says nothing of what the rows hold.
 */
export function readFile(content: Uint8Array): Result<FileRow[], FileDefect> {
  if (content.length === 0) return refuse("file_missing");
  if (content.length > fileLimits.bytes) return refuse("file_too_large");
  const text = decode(content);
  if (text === null) return refuse("file_not_text");
  try {
    return toRows(parseWith(chooseDelimiter(text), text, fileLimits.rows + 2));
  } catch (error) {
    if (error instanceof CsvError) return refuse("file_unreadable");
    throw error;
  }
}
