import { stringify } from "csv-stringify/sync";

/**
 * A table as a file that spreadsheets open: UTF-8 with a byte order mark, so that they see umlauts and ogonki; a cell
 * that begins like a formula is made a plain text.
 * @param reader a "program" other than a spreadsheet takes the mark for a part of the first column's name
 */
export function writeCsv(header: readonly string[], rows: readonly (readonly string[])[], reader: "spreadsheet" | "program" = "spreadsheet"): string {
  return stringify([header, ...rows], { bom: reader === "spreadsheet", escape_formulas: true, record_delimiter: "windows" });
}
