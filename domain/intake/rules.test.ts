import { describe, expect, it } from "vitest";
import { columnsDefect, isTicked, judgeAnswer, readAnswer, recogniseForm, type Surroundings } from "./rules";
import type { Answer, Choices, ColumnMeaning, KnownPerson } from "./schema";

const google = [
  "Zeitstempel", "E-Mail-Adresse", "Vor- und Nachname", "Name des Unternehmens", "In welchen Sprachen können Sie Gespräche führen?",
  "Brauchen Sie eine Dolmetscherin oder einen Dolmetscher?", "Was erwarten Sie von dem Treffen?", "Ich willige in die Verarbeitung meiner Daten ein",
  "Ich willige ein, dass Bilder aufgenommen werden", "Meine E-Mail-Adresse darf weitergegeben werden",
];
const microsoft = [
  "Id", "Godzina rozpoczęcia", "E-mail", "Imię", "Nazwisko", "Adres e-mail", "Instytucja / firma", "Języki", "Czy potrzebują Państwo tłumacza?",
  "Zgoda na przetwarzanie danych osobowych", "Oczekiwania",
];
const limesurvey = ["Response ID", "First name", "Last name", "Your e-mail address", "Company", "Languages [German]", "Languages [Polish]", "Do you agree to the privacy notice?"];

describe("headings", () => {
  it.each<[string, string[], string[], string, ColumnMeaning[]]>([
    ["German", google, [], "de", ["none", "email", "name", "organisation", "languages", "interpreter", "hopes", "participation", "evidence", "contact"]],
    [
      "Polish, the address in the column that holds addresses", microsoft, ["1", "8:00", "anonymous", "Jan", "Lis", "jan@mewa.example", "", "", "", "", ""], "pl",
      ["none", "none", "none", "given_name", "family_name", "email", "organisation", "languages", "interpreter", "participation", "hopes"],
    ],
    ["English, one column for each language", limesurvey, [], "en", ["none", "given_name", "family_name", "email", "organisation", "languages", "languages", "participation"]],
    ["none that is known", ["X", "Y"], [], "pl", ["none", "none"]],
  ])("are recognised: %s", (_, header, row, locale, columns) => {
    expect(recogniseForm(header, [row], "pl")).toEqual({ columns, locale, organisations: {} });
  });

  it.each<[ColumnMeaning[], string | null]>([
    [["email", "name", "organisation"], null],
    [["email", "family_name", "organisation", "languages", "languages", "none", "none"], null],
    [["name", "organisation"], "no_email"],
    [["email", "organisation"], "no_name"],
    [["email", "name"], "no_organisation"],
    [["email", "name", "organisation", "email"], "column_twice"],
  ])("%j will do but for: %s", (columns, defect) => {
    expect(columnsDefect(columns)).toBe(defect);
  });
});

it.each([
  ["Ja", true], ["tak", true], ["Yes", true], ["1", true], ["x", true], ["✓", true], ["Ich habe den Hinweis gelesen", true], ["Wyrażam zgodę", true],
  ["", false], ["-", false], ["Nein", false], ["nie", false], ["No", false], ["0", false], ["N", false], ["Nie wyrażam zgody", false], ["I do not agree", false], ["Ich stimme nicht zu", false],
])("a cell %j is a tick: %s", (cell, expected) => {
  expect(isTicked(cell)).toBe(expected);
});

const header = ["Mail", "Name", "Firma", "Sprachen", "Dolmetschen", "Erwartung", "Zustimmung", "Weitergabe", "Bilder"];
const choices: Choices = {
  columns: ["email", "name", "organisation", "languages", "interpreter", "hopes", "participation", "contact", "evidence"],
  locale: "de",
  organisations: {},
};
const good = ["Jan@Mewa.example", " Jan Lis", "Mewa", "Deutsch, j. polski", "nein", "Partner", "Ja", "", "Ja"];
const answer: Answer = {
  email: "jan@mewa.example", personName: "Jan Lis", organisation: "Mewa", languages: ["de", "pl"], interpreterNeeded: false, hopes: "Partner", purposes: ["participation", "evidence"],
};
const changed = (cells: Record<number, string>) => good.map((cell, index) => cells[index] ?? cell);

describe("a row", () => {
  it("becomes an answer", () => {
    expect(readAnswer(header, good, choices)).toEqual({ answer });
  });

  it("puts a name together, and reads ticks of languages", () => {
    const columns: ColumnMeaning[] = ["none", "given_name", "family_name", "email", "organisation", "languages", "languages", "participation"];
    const cells = ["7", "Jan", "Lis", "jan@mewa.example", "Mewa", "Yes", "No", "Y"];
    expect(readAnswer(limesurvey, cells, { ...choices, columns })).toMatchObject({ answer: { personName: "Jan Lis", languages: ["de"], purposes: ["participation"] } });
  });

  it("takes the moderator's word for taking part only where no column tells", () => {
    const columns: ColumnMeaning[] = ["email", "name", "organisation"];
    expect(readAnswer(header, good, { ...choices, columns })).toMatchObject({ answer: { purposes: ["participation"], languages: [], hopes: null } });
  });

  it.each<[Record<number, string>, object]>([
    [{ 0: "anonymous" }, { code: "invalid_email", field: "email", value: "anonymous" }],
    [{ 0: "" }, { code: "missing", field: "email" }],
    [{ 1: "J" }, { code: "too_short", field: "name", limit: 2 }],
    [{ 1: "x".repeat(121) }, { code: "too_long", field: "name", limit: 120 }],
    [{ 1: "Jan\nLis" }, { code: "one_line", field: "name" }],
    [{ 2: "" }, { code: "missing", field: "organisation" }],
    [{ 3: "Deutsch, Klingonisch" }, { code: "unknown_language", field: "languages", value: "Klingonisch" }],
    [{ 5: "x".repeat(1001) }, { code: "too_long", field: "hopes", limit: 1000 }],
    [{ 6: "Nein" }, { code: "no_consent", field: "participation" }],
  ])("%j is reported", (cells, defect) => {
    expect(readAnswer(header, changed(cells), choices)).toMatchObject({ defects: [defect] });
  });
});

describe("an answer", () => {
  const mewa = { id: "mewa", name: "Mewa", languages: ["pl"], isAdmitted: true, hasOwner: true };
  const judge = (surroundings: Partial<Surroundings>, known: KnownPerson | null = null, meant: Record<string, string> = {}, name = "MEWA") =>
    judgeAnswer(2, { ...answer, organisation: name }, { ...choices, organisations: meant }, {
      organisations: [mewa], people: new Map(known ? [[answer.email, known]] : []), mayInvite: true, ...surroundings,
    });
  const stranger = { standing: null, belongs: new Set<string>() };

  it("of a member is registered by itself, of a stranger only where others let them in", () => {
    const outcome = (...args: Parameters<typeof judge>) => judge(...args).report.outcome;
    expect(outcome({}, { standing: null, belongs: new Set(["mewa"]) })).toBe("register");
    expect(outcome({}, stranger)).toBe("ask");
    expect(outcome({})).toBe("ask");
    expect(outcome({}, { standing: null, belongs: new Set(["foka"]) })).toBe("ask");
  });

  it("for an organisation that nobody acts for is an invitation, where the moderator decides that", () => {
    const organisations = [{ ...mewa, hasOwner: false }];
    expect(judge({ organisations }).report).toMatchObject({ outcome: "register", isInvited: true, organisation: "Mewa", purposes: answer.purposes });
    expect(judge({ organisations, mayInvite: false }).report.outcome).toBe("ask");
  });

  it("of somebody who has registered, or has cancelled, is left alone", () => {
    const belongs = new Set(["mewa"]);
    expect(judge({}, { standing: "active", belongs })).toMatchObject({ report: { outcome: "registered" }, taken: null });
    expect(judge({}, { standing: "ended", belongs })).toMatchObject({ report: { outcome: "ended" }, taken: null });
  });

  it("is for the organisation that the moderator meant, and for none that nobody knows", () => {
    expect(judge({}, null, {}, "Foka")).toMatchObject({ report: { outcome: "unknown", organisation: "Foka" }, taken: null });
    expect(judge({}, null, { FOKA: "mewa" }, "Foka").taken?.organisation).toEqual(mewa);
    expect(judge({}, null, { foka: "of another programme" }, "Foka").taken).toBeNull();
  });

  it("knows the organisation without its legal form, where only one is called so", () => {
    expect(judge({}, null, {}, "Mewa Sp. z o.o.").taken?.organisation).toEqual(mewa);
    const organisations = [{ ...mewa, name: "Mewa GmbH" }, { ...mewa, id: "other", name: "Mewa SA" }];
    expect(judge({ organisations }, null, {}, "Mewa Sp. z o.o.").taken).toBeNull();
    expect(judge({ organisations }, null, {}, "Mewa SA").taken?.organisation.id).toBe("other");
  });
});
