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

/** The region is one of the places, or lies in one of them; a place is a region's code or a country's. */
export function liesInOneOf(region: string, places: readonly string[]): boolean {
  return places.includes(region) || places.includes(region.slice(0, 2));
}

/** The code has a name of its own in the messages `Regions`; other regions are told by their country's name. */
export function isNutsRegion(region: string): region is NutsRegion {
  return Object.values(regionsByCountry).some((codes: readonly string[]) => codes.includes(region));
}
