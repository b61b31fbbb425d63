import { getLocale, getTranslations } from "next-intl/server";
import type { OptionGroup } from "@/components/form/grouped-choice";
import { isNutsRegion } from "@/domain/region/rules";
import { countries, regionsByCountry } from "@/domain/region/schema";
import { compareWords, formatCountry } from "@/i18n/format";

/** All places to wish for: the countries of the programme and its regions, then their other regions, then other countries. */
export async function placeGroups(programmeRegions: readonly string[]): Promise<OptionGroup[]> {
  const [locale, tNew] = [await getLocale(), await getTranslations("OrganisationNew")];
  const whole = ["PL", "DE"].map((code) => ({ value: code, label: formatCountry(code, locale) }));
  return [{ label: tNew("wholeCountries"), options: whole }, ...(await regionGroups(programmeRegions))];
}

/** All regions to choose from: those of the programme first, then its countries', then other countries as a whole. */
export async function regionGroups(programmeRegions: readonly string[]): Promise<OptionGroup[]> {
  const [locale, t, tNew] = [await getLocale(), await getTranslations("Regions"), await getTranslations("OrganisationNew")];
  const compare = compareWords(locale);
  const label = (code: string) => (isNutsRegion(code) ? t(code) : formatCountry(code, locale));
  const option = (code: string) => ({ value: code, label: label(code) });
  const sorted = (codes: readonly string[]) => codes.map(option).toSorted((a, b) => compare(a.label, b.label));
  const others = countries.filter((country) => !(country in regionsByCountry));
  const rest = (country: "PL" | "DE") => sorted(regionsByCountry[country].filter((code) => !programmeRegions.includes(code)));
  return [
    {
      label: tNew("programmeRegions"),
      options: programmeRegions.map((code) => ({ value: code, label: `${label(code)}, ${formatCountry(code.slice(0, 2), locale)}` })),
    },
    { label: formatCountry("PL", locale), options: rest("PL") },
    { label: formatCountry("DE", locale), options: rest("DE") },
    { label: tNew("otherCountries"), options: sorted(others) },
  ];
}
