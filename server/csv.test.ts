import { expect, test } from "vitest";
import { writeCsv } from "./csv";

test("a table with marks, quotes and line breaks", () => {
  expect(writeCsv(["Name", "Note"], [["Żagiel & Söhne", 'says "Moin",\ntwice']])).toBe(
    '\uFEFFName,Note\r\nŻagiel & Söhne,"says ""Moin"",\ntwice"\r\n',
  );
});

test("a program gets no byte order mark", () => {
  expect(writeCsv(["Room"], [["=Quay"]], "program")).toBe("Room\r\n'=Quay\r\n");
});

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])("%j is no formula", (cell) => {
  expect(writeCsv(["A"], [[cell]])).toMatch(/^\uFEFFA\r\n"?'/);
});
