import { expect, test } from "vitest";
import type { Locale } from "@/domain/input";
import { stem } from "./stem";
import { fold } from "./words";

const families: [Locale, string[]][] = [
  ["pl", ["magazyn", "magazynu", "magazynie", "magazynów", "magazyny", "magazynowy", "magazynowych"]],
  ["pl", ["usługa", "usługi", "usług", "usłudze", "usługami"]],
  ["pl", ["szkolenie", "szkolenia", "szkoleń", "szkoleniami"]],
  ["pl", ["umowa", "umowy", "umów", "umowami"]],
  ["pl", ["księgowość", "księgowości", "księgowa", "ksiegowosc"]],
  ["de", ["Prüfung", "Prüfungen", "prüfen", "prüft", "Pruefung"]],
  ["de", ["Lager", "Lagers", "Lagern"]],
  ["de", ["Vertrag", "Verträge", "Verträgen", "Vertrags"]],
  ["de", ["Grüße", "Gruesse", "Grusse"]],
  ["en", ["translation", "translations", "translate", "translator", "translated"]],
  ["en", ["company", "companies"]],
];

test.each(families)("joins the forms of a word (%s: %j)", (locale, forms) => {
  expect([...new Set(forms.map((form) => stem(fold(form), locale)))]).toHaveLength(1);
});

test("keeps apart what only looks alike", () => {
  expect(stem("rechnung", "de")).not.toBe(stem("rechner", "de"));
  expect(stem("booking", "en")).not.toBe(stem("books", "en"));
});

test("leaves short words and numbers as they are", () => {
  expect([stem("app", "en"), stem("5g", "de"), stem("iso9001", "pl")]).toEqual(["app", "5g", "iso9001"]);
});
