import fc from "fast-check";
import { expect, test } from "vitest";
import { adviseFor, fitLevel, fitQuery } from "./rules";
import { goodFit, parseFit } from "./schema";

test.each([
  [0, "none"],
  [1, "weak"],
  [goodFit - 1, "weak"],
  [goodFit, "good"],
  [2 * goodFit, "strong"],
  [100, "strong"],
])("a fit of %i is %s", (fit, level) => {
  expect(fitLevel(fit)).toBe(level);
});

test.each([
  [{ offers: 0, needs: 0, fit: 0 }, ["write_offers", "write_needs"]],
  [{ offers: 0, needs: 2, fit: 0 }, ["write_offers", "nobody_answers", "look_for_partners"]],
  [{ offers: 1, needs: 0, fit: 20 }, ["write_needs", "look_for_partners"]],
  [{ offers: 1, needs: 2, fit: 0 }, ["nobody_answers", "look_for_partners"]],
  [{ offers: 1, needs: 2, fit: 20 }, ["look_for_partners"]],
])("%j is advised to %j", (what, advice) => {
  expect(adviseFor(what)).toEqual(advice);
});

test("an address says only what is not so anyway, and reading it again gives the same", () => {
  const filters = parseFit({ view: "pair", left: "odrasoft", q: "Łódź & co", page: "2" });
  expect(fitQuery(parseFit({}))).toBe("");
  expect(parseFit(Object.fromEntries(new URLSearchParams(fitQuery(filters))))).toEqual(filters);
});

test("no address makes it fail", () => {
  const value = fc.oneof(fc.string({ unit: "binary" }), fc.array(fc.string()), fc.constant(undefined));
  fc.assert(fc.property(fc.dictionary(fc.constantFrom("q", "page", "left", "concept", "__proto__", "view"), value), (params) => {
    expect(parseFit(params).page).toBeGreaterThanOrEqual(1);
  }));
});
