import { describe, expect, it } from "vitest";
import { locales } from "@/domain/input";
import material from "@/prisma/seed/data/organisations.json";
import { guessLocale } from "./rules";

describe("the language of a text", () => {
  it.each([
    ["szkolenia dla kierowców i spedytorów", "pl"],
    ["kleine Wetterstation für den Feldrand", "de"],
    ["trailer tracking with GPS", "en"],
    ["3D", null],
    ["", null],
  ])("%s: %s", (text, locale) => {
    expect(guessLocale(text, locales)).toBe(locale);
  });

  it("is the only one that it may be in", () => {
    expect(guessLocale("3D", ["pl"])).toBe("pl");
    expect(guessLocale("trailer tracking with GPS", [])).toBeNull();
  });

  it("is hardly ever mistaken for offers and needs of profiles", () => {
    const statements = material.organisations.flatMap(({ locale, statements: own }) => own.map(({ text }) => ({ text, locale })));
    const mistaken = statements.filter(({ text, locale }) => guessLocale(text, locales) !== null && guessLocale(text, locales) !== locale);
    const unknown = statements.filter(({ text }) => guessLocale(text, locales) === null);
    expect(statements.length).toBeGreaterThan(180);
    expect(mistaken.length).toBeLessThan(statements.length * 0.02);
    expect(unknown.length).toBeLessThan(statements.length * 0.05);
  });
});
