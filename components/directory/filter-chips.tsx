import { X } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { activeFilters, type ActiveFilter, directoryQuery } from "@/domain/directory/rules";
import type { DirectoryFilters } from "@/domain/directory/schema";
import { isNutsRegion } from "@/domain/region/rules";
import { formatCountry, formatLanguage } from "@/i18n/format";
import { Link } from "@/i18n/navigation";
import type { SlotOption } from "./filter-form";

function useWords(filters: DirectoryFilters, slots: readonly SlotOption[]): (name: ActiveFilter) => string {
  const t = useTranslations("Directory");
  const tFields = useTranslations("Fields");
  const tRegions = useTranslations("Regions");
  const tType = useTranslations("OrganisationType");
  const locale = useLocale();
  const { country, region, type, field, direction, language, slot, q } = filters;
  const words: Record<ActiveFilter, string> = {
    q: `“${q}”`,
    country: country ? formatCountry(country, locale) : "",
    region: region && isNutsRegion(region) ? tRegions(region) : (region ?? ""),
    type: type ? tType(type) : "",
    field: field ? tFields(field) : "",
    direction: direction === "need" ? t("directionNeed") : t("directionOffer"),
    language: language ? formatLanguage(language, locale) : "",
    slot: slots.find((option) => option.number === slot)?.label ?? String(slot ?? ""),
  };
  return (name) => words[name];
}

/** What narrows the list now, each with a way to take it off. */
export function FilterChips({ path, filters, slots }: { path: string; filters: DirectoryFilters; slots: readonly SlotOption[] }) {
  const t = useTranslations("Directory");
  const words = useWords(filters, slots);
  const active = activeFilters(filters);
  if (active.length === 0) return null;
  return (
    <ul aria-label={t("active")} className="mb-4 flex flex-wrap gap-2">
      {active.map((name) => (
        <li key={name}>
          <Link
            href={`${path}${directoryQuery(filters, { [name]: name === "q" ? "" : undefined })}`}
            prefetch={false}
            className="inline-flex min-h-9 items-center gap-2 rounded-full bg-primary-soft px-4 font-medium text-primary-strong no-underline hover:underline"
          >
            {words(name)}
            <X aria-hidden="true" className="size-4" />
            <span className="sr-only">{t("remove")}</span>
          </Link>
        </li>
      ))}
      {active.length > 1 ? (
        <li>
          <Link href={path} prefetch={false} className="inline-flex min-h-9 items-center px-2 font-medium underline">{t("removeAll")}</Link>
        </li>
      ) : null}
    </ul>
  );
}
