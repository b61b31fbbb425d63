import { stringify } from "csv-stringify/sync";

/**
 * A table as a file that spreadsheets open: UTF-8 with a byte order mark, so that they see umlauts and ogonki; a cell
 * that begins like a formula is made a plain text.
 */
export function writeCsv(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return stringify([header, ...rows], { bom: true, escape_formulas: true, record_delimiter: "windows" });
}
