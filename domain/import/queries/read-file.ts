import { ok, type Result } from "@/domain/result";
import { type Cells, type Column, columns, type FileDefect, type FileRow, requiredColumns } from "../schema";
import { type Heading, readTable, type TableRow } from "./read-table";

const namesOf = (header: readonly string[]) => header.map((cell) => cell.trim().toLowerCase());
const isColumn = (name: string): name is Column => columns.some((column) => column === name);

const heading: Heading = {
  score: (header) => namesOf(header).filter(isColumn).length,
  defect(header) {
    const names = namesOf(header);
    if (!requiredColumns.every((column) => names.includes(column))) return "columns_missing";
    const known = names.filter(isColumn);
    return new Set(known).size < known.length ? "columns_repeated" : null;
  },
};

function toRow({ kind, line, cells }: TableRow, names: readonly string[]): FileRow {
  if (kind === "empty") return { kind, line };
  const cellOf = (column: Column) => cells[names.indexOf(column)] ?? "";
  if (kind === "misfit") return { kind, line, name: cellOf("name"), found: cells.length, expected: names.length };
  return { kind, line, cells: Object.fromEntries(columns.map((column) => [column, cellOf(column)])) as Cells };
}

/** The rows of a file of organisations: the columns in any order, unknown ones left out. Says nothing of what the rows hold. */
export function readFile(content: Uint8Array): Result<FileRow[], FileDefect> {
  const table = readTable(content, heading);
  if (!table.ok) return table;
  const names = namesOf(table.value.header);
  return ok(table.value.rows.map((row) => toRow(row, names)));
}
