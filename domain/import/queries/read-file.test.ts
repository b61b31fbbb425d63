import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { readFile } from "./read-file";

const header = "name,type,country,region,description_pl";
const bytes = (text: string) => new TextEncoder().encode(text);

/** Name and description of each row, or why the file cannot be read. */
function read(content: Uint8Array): unknown {
  const rows = readFile(content);
  if (!rows.ok) return rows.reason;
  return rows.value.map((row) => (row.kind === "cells" ? [row.line, row.cells.name, row.cells.description_pl] : [row.line, row.kind]));
}

const text = `${header}\r\nŁódka i Ster,it-company,PL,PL42,„od ręki” – żagle\r\n`;
const rows = [[2, "Łódka i Ster", "„od ręki” – żagle"]];

describe("a file", () => {
  it.each([
    ["UTF-8", bytes(text)],
    ["UTF-8 with a byte order mark", bytes(`\uFEFF${text}`)],
    ["Windows-1250", new Uint8Array(iconv.encode(text, "win1250"))],
    ["semicolons", bytes(text.replaceAll(",", ";"))],
    ["tabs", bytes(text.replaceAll(",", "\t"))],
    ["lines that end in LF", bytes(text.replaceAll("\r", ""))],
    ["columns in another order and in capitals", bytes("DESCRIPTION_PL, Name ,note,country,type,region\n„od ręki” – żagle,Łódka i Ster,x,PL,it-company,PL42")],
    ["empty cells at the end", bytes(text.replaceAll("\r\n", ",,\r\n"))],
  ])("is read: %s", (_, content) => {
    expect(read(content)).toEqual(rows);
  });

  it("tells commas from semicolons by its header, not by its texts", () => {
    expect(read(bytes('name;type;country;region;description_pl\n"Mewa; Foka";it-company;PL;PL42;a, b, c, d, e, f'))).toEqual([[2, "Mewa; Foka", "a, b, c, d, e, f"]]);
  });

  it("counts lines as an editor does, also past line breaks in cells and empty lines", () => {
    expect(read(bytes(`${header}\n"Mewa",it-company,PL,PL42,"one\ntwo"\n\n,,,,\nFoka,it-company,PL,PL42,\n`))).toEqual([
      [2, "Mewa", "one\ntwo"],
      [4, "empty"],
      [5, "empty"],
      [6, "Foka", ""],
    ]);
  });

  it("has no shifted cells where a row is too long or too short", () => {
    expect(read(bytes(`${header}\nMewa,it-company,PL,PL42,one, two\nFoka,it-company,PL\n`))).toEqual([
      [2, "misfit"],
      [3, "misfit"],
    ]);
  });

  it("keeps quotes that mean nothing, and drops the apostrophe that disarms a formula", () => {
    expect(read(bytes(`${header}\nFirma "Mewa",it-company,PL,PL42,'=1+1\nFoka,it-company,PL,PL42,'cause\n`))).toEqual([
      [2, 'Firma "Mewa"', "=1+1"],
      [3, "Foka", "'cause"],
    ]);
  });

  it.each([
    ["nothing", bytes(""), "file_missing"],
    ["more than it may hold", new Uint8Array(2 * 1024 * 1024 + 1).fill(97), "file_too_large"],
    ["a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), "file_not_text"],
    ["UTF-16", new Uint8Array(iconv.encode(text, "utf16le", { addBOM: true })), "file_not_text"],
    ["a quote that never ends", bytes(`${header}\n"Mewa,it-company`), "file_unreadable"],
    ["no names of columns", bytes("Mewa,it-company,PL,PL42\n"), "columns_missing"],
    ["a missing column", bytes("name,type,country\nMewa,it-company,PL\n"), "columns_missing"],
    ["a column twice", bytes(`${header},name\nMewa,it-company,PL,PL42,,Foka\n`), "columns_repeated"],
    ["a header only", bytes(header), "rows_missing"],
    ["too many rows", bytes(`${header}\n${"x\n".repeat(2001)}`), "rows_too_many"],
  ])("is refused: %s", (_, content, reason) => {
    expect(read(content)).toBe(reason);
  });

  it("may have as many rows as it may have", () => {
    const result = readFile(bytes(`${header}\n${"x\n".repeat(2000)}`));
    expect(result.ok && result.value.length).toBe(2000);
  });
});
