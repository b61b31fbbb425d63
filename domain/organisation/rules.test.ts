import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { slugSchema } from "@/domain/input";
import { completenessParts, countryOf, isOutsideRegion, isSimilarName, measureCompleteness, moveInList, nameSimilarity, relations, slugOf, visibleParts } from "./rules";
import { type Profile, visibilities } from "./schema";

describe("visibleParts", () => {
  // profile setting, contact setting: who sees the profile, who sees the contact
  it.each([
    ["public", "public", "public participant moderator member", "public participant moderator member"],
    ["public", "participants", "public participant moderator member", "participant moderator member"],
    ["public", "moderators", "public participant moderator member", "moderator member"],
    ["participants", "public", "participant moderator member", "participant moderator member"],
    ["participants", "participants", "participant moderator member", "participant moderator member"],
    ["participants", "moderators", "participant moderator member", "moderator member"],
    ["moderators", "public", "moderator member", "moderator member"],
    ["moderators", "participants", "moderator member", "moderator member"],
    ["moderators", "moderators", "moderator member", "moderator member"],
  ] as const)("profile %s, contact %s", (profile, contact, seesProfile, seesContact) => {
    const seen = relations.map((relation) => ({ relation, ...visibleParts(relation, { profile, contact }) }));
    expect(seen.filter((row) => row.profile).map((row) => row.relation).join(" ")).toBe(seesProfile);
    expect(seen.filter((row) => row.contact).map((row) => row.relation).join(" ")).toBe(seesContact);
  });

  it("never shows less to somebody who stands nearer, and never the contact without the profile", () => {
    for (const profile of visibilities) {
      for (const contact of visibilities) {
        const seen = relations.map((relation) => visibleParts(relation, { profile, contact }));
        for (const part of ["profile", "contact"] as const) {
          const nearer = seen.slice(seen.findIndex((row) => row[part]));
          expect(nearer.every((row) => row[part])).toBe(true);
        }
        expect(seen.filter((row) => row.contact && !row.profile)).toEqual([]);
      }
    }
  });
});

describe("slugOf", () => {
  it.each([
    ["Łódka i Ster Sp. z o.o.", "lodka-i-ster-sp-z-o-o"],
    ["Mühlbach & Söhne GmbH", "muehlbach-and-soehne-gmbh"],
    ["Żuraw  –  „od ręki”", "zuraw-od-reki"],
    ["Straße 7", "strasse-7"],
    ["NEW", "new-organisation"],
    ["???", "organisation"],
    ["Київ", "organisation"],
    ["--a--", "a"],
  ])("%s", (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  it("makes an address of any name", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (name) => {
      const slug = slugOf(name);
      expect(slugSchema.safeParse(slug).success).toBe(true);
      expect(slug.length).toBeLessThanOrEqual(93);
      expect(slugOf(slug)).toBe(slug);
    }));
  });

  it("does not tell apart what differs by accents or composition alone", () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom("ą", "ć", "ę", "ł", "ń", "ó", "ś", "ź", "ż", "a", " ") }), (name) => {
      expect(slugOf(name.normalize("NFD"))).toBe(slugOf(name));
    }));
  });
});

describe("isSimilarName", () => {
  it.each([
    ["Odrasoft Sp. z o.o.", "ODRASOFT", true],
    ["Odras", "Odrasoft Sp. z o.o.", true],
    ["Mühlbach GmbH", "Muehlbach", true],
    ["Koszykarnia Cyfrowa", "Koszykarna cyfrowa", true],
    ["Łódka i Ster", "Lodka Ster", true],
    ["Cluster ICT", "Cluster ICT West Pomerania", true],
    ["Alpha GmbH", "Beta GmbH", false],
    ["Park Naukowy Szczecin", "Teatr Polski Szczecin", false],
    ["Quayline Systems", "Baltic Systems", false],
    ["IT", "ITC", false],
  ])("%s, %s: %s", (one, other, expected) => {
    expect([isSimilarName(one, other), isSimilarName(other, one)]).toEqual([expected, expected]);
  });

  it("every name is like itself, whichever comes first", () => {
    fc.assert(fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (one, other) => {
      expect(nameSimilarity(one, one)).toBe(1);
      expect(isSimilarName(one, one)).toBe(true);
      expect(nameSimilarity(one, other)).toBe(nameSimilarity(other, one));
    }));
  });
});

it.each([
  ["b", "up", "bac"],
  ["b", "down", "acb"],
  ["a", "up", "abc"],
  ["c", "down", "abc"],
  ["x", "up", "abc"],
] as const)("moves %s %s", (id, to, expected) => {
  expect(moveInList(["a", "b", "c"], id, to).join("")).toBe(expected);
});

it("knows what lies outside of the programme's regions", () => {
  expect(isOutsideRegion("PL42", ["PL42", "DE80"])).toBe(false);
  expect(isOutsideRegion("PL51", ["PL42", "DE80"])).toBe(true);
  expect([countryOf("PL42"), countryOf("DK")]).toEqual(["PL", "DK"]);
});

describe("measureCompleteness", () => {
  const empty: Profile = {
    id: "1", slug: "a", name: "A", type: "it_company", country: "PL", region: "PL42", languages: [], isDemo: false, logo: null,
    fields: [], statements: [], website: null, size: null, founded: null, descriptions: [], wishes: { types: [], regions: [] }, contact: { name: null, email: null, phone: null },
  };
  const statement = { id: "1", locale: "pl" as const, text: "…", fields: [] };
  const full: Profile = {
    ...empty,
    statements: [{ ...statement, direction: "offer" }, { ...statement, direction: "need" }],
    descriptions: [{ locale: "pl", text: "…" }],
    fields: ["custom_software"],
    languages: ["pl"],
    contact: { name: "A", email: "a@b.example", phone: null },
    website: "https://a.example",
    logo: "/api/logos/a",
  };

  it("counts to exactly 100", () => {
    expect(Object.values(completenessParts).reduce((sum: number, weight) => sum + weight, 0)).toBe(100);
    expect(measureCompleteness(empty)).toEqual({ percent: 0, next: "offers" });
    expect(measureCompleteness(full)).toEqual({ percent: 100, next: null });
  });

  it.each([
    [{ statements: full.statements.slice(1) }, 80, "offers"],
    [{ statements: full.statements.slice(0, 1) }, 80, "needs"],
    [{ descriptions: [] }, 80, "description"],
    [{ fields: [] }, 85, "fields"],
    [{ languages: [] }, 90, "languages"],
    [{ contact: { name: "A", email: null, phone: null } }, 95, "contact"],
    [{ website: null }, 95, "website"],
    [{ logo: null }, 95, "logo"],
    [{ logo: null, fields: [] }, 80, "fields"],
  ] as const)("%j", (lack, percent, next) => {
    expect(measureCompleteness({ ...full, ...lack } as Profile)).toEqual({ percent, next });
  });
});
