import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseDirectory, searchWords } from "./schema";

describe("parseDirectory", () => {
  test("keeps what it understands and leaves out the rest", () => {
    expect(parseDirectory({ q: " Łódź ", country: "PL", region: "XX99", type: ["research", "x"], page: "-3", side: "no", slot: "2" })).toEqual({
      view: "all",
      q: "Łódź",
      country: "PL",
      region: undefined,
      type: "research",
      field: undefined,
      direction: undefined,
      language: undefined,
      slot: 2,
      side: "first",
      concept: [],
      literal: [],
      page: 1,
    });
  });

  test("no address makes it fail", () => {
    const value = fc.oneof(fc.string({ unit: "binary" }), fc.array(fc.string()), fc.constant(undefined));
    fc.assert(fc.property(fc.dictionary(fc.constantFrom("q", "page", "field", "slot", "__proto__", "view", "concept", "literal"), value), (params) => {
      expect(parseDirectory(params).page).toBeGreaterThanOrEqual(1);
    }));
  });
});

test("concepts are a list: each once, three at the most, and nothing that is none", () => {
  expect(parseDirectory({ concept: ["warehouse", "port", "warehouse", "No Concept", "drone", "sensor"] }).concept).toEqual(["warehouse", "port", "drone"]);
  expect(parseDirectory({ concept: "warehouse", literal: "port" })).toMatchObject({ concept: ["warehouse"], literal: ["port"] });
});

describe("searchWords", () => {
  test("makes wildcards literal and drops what is no word", () => {
    expect(searchWords("100% - a_b !!")).toEqual([String.raw`100\%`, String.raw`a\_b`]);
  });
});
