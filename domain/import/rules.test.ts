import { describe, expect, it } from "vitest";
import { cellsOf, identitiesOf, isFormula, isMarkup, judgeRows, readCells } from "./rules";
import { type Cells, columns, type FileRow, type LineReport } from "./schema";

const good: Cells = {
  name: "Mewa i Foka",
  type: "it-company",
  country: "PL",
  region: "PL42",
  website: "https://mewa.example",
  contact_email: "biuro@mewa.example",
  languages: "pl | en",
  size: "1-9",
  founded: "2011",
  description_pl: "Piszemy programy dla przystani.",
  description_de: "",
  description_en: "We write software for marinas.",
  offers: "rezerwacja miejsc przy kei | a logbook for the phone",
  needs: "niemieckie przystanie do próby",
  wished_types: "research | it-company",
  wished_regions: "DE80 | DE",
};

const row = (line: number, cells: Partial<Cells> = {}): FileRow => ({ kind: "cells", line, cells: { ...good, ...cells } });
const judge = (rows: FileRow[], known: Parameters<typeof judgeRows>[1] = []): LineReport[] =>
  judgeRows(rows, known, ({ name }) => `key of ${name}`).map(({ report }) => report);

describe("a good row", () => {
  it("becomes an organisation, each text in its language", () => {
    expect(readCells(good)).toEqual({
      draft: {
        name: "Mewa i Foka",
        type: "it_company",
        country: "PL",
        region: "PL42",
        website: "https://mewa.example",
        contactEmail: "biuro@mewa.example",
        languages: ["pl", "en"],
        size: "micro",
        founded: 2011,
        descriptions: [
          { locale: "en", text: "We write software for marinas." },
          { locale: "pl", text: "Piszemy programy dla przystani." },
        ],
        offers: [
          { locale: "pl", text: "rezerwacja miejsc przy kei" },
          { locale: "en", text: "a logbook for the phone" },
        ],
        needs: [{ locale: "pl", text: "niemieckie przystanie do próby" }],
        wishedTypes: ["research", "it_company"],
        wishedRegions: ["DE80", "DE"],
      },
    });
  });

  it("needs no more than the four first columns", () => {
    const bare = { ...Object.fromEntries(columns.map((column) => [column, ""])), name: "Foka", type: "research", country: "DK", region: "DK" } as Cells;
    const read = readCells(bare);
    expect("draft" in read && cellsOf(read.draft)).toEqual(bare);
  });

  it("wishes each kind and place once, however it is written", () => {
    const read = readCells({ ...good, wished_types: "Research | research", wished_regions: "de | DE | pl42" });
    expect(read).toMatchObject({ draft: { wishedTypes: ["research"], wishedRegions: ["DE", "PL42"] } });
  });

  it("comes out of an export as it went into the import", () => {
    const read = readCells(good);
    expect("draft" in read && cellsOf(read.draft)).toEqual(good);
  });
});

describe("a row with a defect", () => {
  it.each<[Partial<Cells>, object]>([
    [{ name: "" }, { code: "missing", column: "name" }],
    [{ name: "x" }, { code: "too_short", column: "name", limit: 2 }],
    [{ name: "x".repeat(201) }, { code: "too_long", column: "name", limit: 200 }],
    [{ name: "Mewa\nFoka" }, { code: "one_line", column: "name" }],
    [{ name: "Mewa\u0007" }, { code: "unstorable", column: "name" }],
    [{ type: "" }, { code: "missing", column: "type" }],
    [{ type: "Sp. z o.o." }, { code: "unknown_type", column: "type", value: "Sp. z o.o." }],
    [{ country: "XX", region: "DE80" }, { code: "unknown_country", column: "country" }],
    [{ region: "PL99" }, { code: "unknown_region", column: "region" }],
    [{ region: "DE80" }, { code: "unknown_region", column: "region" }],
    [{ region: "" }, { code: "missing", column: "region" }],
    [{ website: "javascript:alert(1)" }, { code: "invalid_url", column: "website" }],
    [{ contact_email: "kontakt.mewa.example" }, { code: "invalid_email", column: "contact_email" }],
    [{ languages: "pl | klingon" }, { code: "unknown_language", column: "languages", value: "klingon" }],
    [{ size: "many" }, { code: "unknown_size", column: "size" }],
    [{ size: "constructor" }, { code: "unknown_size", column: "size" }],
    [{ founded: "long ago" }, { code: "invalid_year", column: "founded" }],
    [{ founded: "2107" }, { code: "in_future", column: "founded" }],
    [{ description_pl: "x".repeat(4001) }, { code: "too_long", column: "description_pl", limit: 4000 }],
    [{ description_pl: "x".repeat(20_000) }, { code: "too_long", column: "description_pl", limit: 4000 }],
    [{ offers: "ab" }, { code: "too_short", column: "offers", limit: 3 }],
    [{ needs: `good | ${"x".repeat(501)}` }, { code: "too_long", column: "needs", limit: 500 }],
    [{ needs: "need | ".repeat(13) }, { code: "too_many", column: "needs", value: "13", limit: 12 }],
    [{ wished_types: "research | bank" }, { code: "unknown_type", column: "wished_types", value: "bank" }],
    [{ wished_types: "research | ".repeat(5) }, { code: "too_many", column: "wished_types", value: "5", limit: 4 }],
    [{ wished_regions: "DE80 | Bavaria" }, { code: "unknown_place", column: "wished_regions", value: "Bavaria" }],
    [{ wished_regions: "DE | ".repeat(21) }, { code: "too_many", column: "wished_regions", value: "21", limit: 20 }],
  ])("%j is reported", (cells, expected) => {
    expect(judge([row(2, cells)])).toMatchObject([{ line: 2, outcome: "defect", defects: [expected] }]);
  });

  it("tells all of them at once", () => {
    const [report] = judge([row(2, { type: "", founded: "2107", contact_email: "@" })]);
    expect(report?.outcome === "defect" && report.defects.map(({ code }) => code)).toEqual(["missing", "invalid_email", "in_future"]);
  });
});

describe("what looks like more than text", () => {
  it.each([
    ["=1+1", true],
    ["+48 91", true],
    ["-10 %", true],
    ["@SUM(A1)", true],
    ["– a dash", false],
    ["a = b", false],
  ])("%j is a formula: %s", (text, expected) => {
    expect(isFormula(text)).toBe(expected);
  });

  it.each([
    ["<script>", true],
    ["</b>", true],
    ["<!-- -->", true],
    ["a < b", false],
    ["<3", false],
    ["1<2 und 3>2", false],
  ])("%j is markup: %s", (text, expected) => {
    expect(isMarkup(text)).toBe(expected);
  });

  it.each<[Partial<Cells>, object[]]>([
    [{ name: "=cmd()" }, [{ code: "formula", column: "name", value: "=cmd()" }]],
    [{ offers: "good | =1+1" }, [{ code: "formula", column: "offers", value: "=1+1" }]],
    [{ description_de: "Hallo <img src=x>" }, [{ code: "markup", column: "description_de", value: "Hallo <img src=x>" }]],
  ])("%j is reported, and may be taken over", (cells, suspicions) => {
    const [judged] = judgeRows([row(2, cells)], [], () => "key");
    expect(judged?.report).toMatchObject({ outcome: "suspicious", suspicions });
    expect(judged?.draft).not.toBeNull();
  });
});

describe("the same organisation", () => {
  it("is one by its name, however written, or by its website", () => {
    const of = (cells: Partial<Cells>) => identitiesOf({ ...good, ...cells });
    const isSame = (cells: Partial<Cells>) => of(cells).some((identity) => of({}).includes(identity));
    expect(isSame({ name: "MEWA  i foka", website: "" })).toBe(true);
    expect(isSame({ name: "Delfin", website: "http://www.Mewa.example/" })).toBe(true);
    expect(isSame({ country: "DE", website: "" })).toBe(false);
    expect(isSame({ name: "Delfin", website: "https://mewa.example/delfin" })).toBe(false);
    expect(identitiesOf({ ...good, website: "" })).toHaveLength(1);
  });

  it("is imported once from a file, and the first line is not touched", () => {
    expect(judge([row(2), row(5, { name: "MEWA I FOKA ".trim(), website: "https://mewa.example/" })])).toEqual([
      { line: 2, name: "Mewa i Foka", outcome: "create" },
      { line: 5, name: "MEWA I FOKA", outcome: "duplicate", of: 2 },
    ]);
  });

  it("is no duplicate of a line that is not imported anyway", () => {
    expect(judge([row(2, { type: "?" }), row(3)]).map(({ outcome }) => outcome)).toEqual(["defect", "create"]);
  });

  it("is left alone where the programme knows it, by its words, its website or its earlier import", () => {
    const knownAs = (cells: Partial<Cells>, submissionKey: string | null = null) => judge([row(2)], [{ submissionKey, cells: { ...good, ...cells } }])[0];
    expect(knownAs({})).toMatchObject({ outcome: "unchanged" });
    expect(knownAs({ website: "https://mewa.example/" })).toMatchObject({ outcome: "unchanged" });
    expect(knownAs({ founded: "2012", needs: "" })).toMatchObject({ outcome: "differs", columns: ["founded", "needs"] });
    expect(knownAs({ wished_types: "research", wished_regions: "PL" })).toMatchObject({ outcome: "differs", columns: ["wished_types", "wished_regions"] });
    expect(knownAs({ name: "Mewa" })).toMatchObject({ outcome: "differs", columns: ["name"] });
    expect(knownAs({ name: "Mewa", website: "" })).toMatchObject({ outcome: "create" });
    expect(knownAs({ name: "Mewa", website: "" }, "key of Mewa i Foka")).toMatchObject({ outcome: "differs", columns: ["name", "website"] });
  });
});

it("reports a cell in one line and without what a terminal could take for orders", () => {
  const ships = "\u{1F6A2}".repeat(61);
  expect(judge([row(2, { type: "a\nb\u001b[31m", name: ships })])).toMatchObject([
    { name: `${"\u{1F6A2}".repeat(60)}…`, defects: [{ code: "unknown_type", value: "a b [31m" }] },
  ]);
});

it("reports empty and shifted rows by their lines", () => {
  expect(judge([{ kind: "empty", line: 3 }, { kind: "misfit", line: 4, name: "Mewa", found: 16, expected: 14 }])).toEqual([
    { line: 3, name: "", outcome: "empty" },
    { line: 4, name: "Mewa", outcome: "defect", defects: [{ code: "column_count", column: null, value: "16", limit: 14 }] },
  ]);
});
