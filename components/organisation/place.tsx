import { useLocale, useTranslations } from "next-intl";
import { isNutsRegion } from "@/domain/region/rules";
import { formatCountry } from "@/i18n/format";

/** Where an organisation is based: "West Pomerania, Poland"; the country alone where it is one region. */
export function Place({ region, country }: { region: string; country: string }) {
  const t = useTranslations("Regions");
  const name = formatCountry(country, useLocale());
  return isNutsRegion(region) ? `${t(region)}, ${name}` : name;
}
