import { z } from "zod";

/** NUTS codes of level 2; the messages `Regions` hold their names. Other countries are one region each. */
export const regionsByCountry = {
  DE: [
    "DE11", "DE12", "DE13", "DE14", "DE21", "DE22", "DE23", "DE24", "DE25", "DE26", "DE27", "DE30", "DE40",
    "DE50", "DE60", "DE71", "DE72", "DE73", "DE80", "DE91", "DE92", "DE93", "DE94", "DEA1", "DEA2", "DEA3",
    "DEA4", "DEA5", "DEB1", "DEB2", "DEB3", "DEC0", "DED2", "DED4", "DED5", "DEE0", "DEF0", "DEG0",
  ],
  PL: [
    "PL21", "PL22", "PL41", "PL42", "PL43", "PL51", "PL52", "PL61", "PL62", "PL63", "PL71", "PL72", "PL81",
    "PL82", "PL84", "PL91", "PL92",
  ],
} as const;

export type CountryWithRegions = keyof typeof regionsByCountry;
export type NutsRegion = (typeof regionsByCountry)[CountryWithRegions][number];

/** Where an organisation may be based: the European Economic Area, Switzerland, Ukraine and the United Kingdom. */
export const countries = [
  "AT", "BE", "BG", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "GR", "HR", "HU", "IE", "IS", "IT",
  "LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK", "UA",
] as const;

export type Country = (typeof countries)[number];

/** ISO 3166-1 alpha-2. */
export const countrySchema = z.enum(countries);

/** A NUTS region of Germany or Poland, or the code of another country. */
export type Region = NutsRegion | Exclude<Country, CountryWithRegions>;

export const regions: readonly Region[] = [
  ...regionsByCountry.DE,
  ...regionsByCountry.PL,
  ...countries.filter((country) => country !== "DE" && country !== "PL"),
];

export const regionSchema = z.enum(regions);

/** A region, or a whole country. */
export const placeSchema = z.enum([...countries, ...regionsByCountry.DE, ...regionsByCountry.PL]);
