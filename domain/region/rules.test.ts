import { describe, expect, it } from "vitest";
import { hasRegions, isNutsRegion, isRegionOf, regionsOf } from "./rules";
import { countries, regions, regionsByCountry } from "./schema";

describe("regions", () => {
  it("knows the regions of Germany and Poland, and no code twice", () => {
    expect(regionsByCountry.DE).toHaveLength(38);
    expect(regionsByCountry.PL).toHaveLength(17);
    expect(countries).toHaveLength(33);
    expect(new Set(regions).size).toBe(38 + 17 + 31);
  });

  it.each([
    ["PL42", "PL", true],
    ["DE80", "DE", true],
    ["DE80", "PL", false],
    ["PL99", "PL", false],
    ["PL", "PL", false],
    ["DK", "DK", true],
    ["DK01", "DK", false],
    ["", "DK", false],
  ])("%s lies in %s: %s", (region, country, expected) => {
    expect(isRegionOf(region, country)).toBe(expected);
  });

  it("offers a country itself where it knows no regions", () => {
    expect(regionsOf("DK")).toEqual(["DK"]);
    expect(regionsOf("PL")).toEqual(regionsByCountry.PL);
    expect([hasRegions("DE"), hasRegions("DK"), hasRegions("constructor")]).toEqual([true, false, false]);
    expect([isNutsRegion("PL42"), isNutsRegion("DK")]).toEqual([true, false]);
  });
});
