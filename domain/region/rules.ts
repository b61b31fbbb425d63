import { type NutsRegion, regionsByCountry } from "./schema";

/** Pomost knows the regions of this country. */
export function hasRegions(country: string): country is keyof typeof regionsByCountry {
  return Object.hasOwn(regionsByCountry, country);
}

/** The regions to choose from in a country; a country whose regions Pomost does not know is one region itself. */
export function regionsOf(country: string): readonly string[] {
  return hasRegions(country) ? regionsByCountry[country] : [country];
}

/** The region lies in the country. */
export function isRegionOf(region: string, country: string): boolean {
  return regionsOf(country).includes(region);
}

/** The code has a name of its own in the messages `Regions`; other regions are told by their country's name. */
export function isNutsRegion(region: string): region is NutsRegion {
  return Object.values(regionsByCountry).some((codes: readonly string[]) => codes.includes(region));
}
