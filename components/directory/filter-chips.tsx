import { X } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { activeFilters, type ActiveFilter, directoryQuery } from "@/domain/directory/rules";
import type { DirectoryFilters } from "@/domain/directory/schema";
import type { ConceptLabel } from "@/domain/concept/schema";
import { isNutsRegion } from "@/domain/region/rules";
import { formatCountry, formatLanguage } from "@/i18n/format";
import { Link } from "@/i18n/navigation";
import { chipClass } from "./chip-class";
import type { SlotOption } from "./filter-form";

type SingleFilter = Exclude<ActiveFilter, "concept">;

function useWords(filters: DirectoryFilters, slots: readonly SlotOption[]): (name: SingleFilter) => string {
  const t = useTranslations("Directory");
  const tFields = useTranslations("Fields");
  const tRegions = useTranslations("Regions");
  const tType = useTranslations("OrganisationType");
  const locale = useLocale();
  const { country, region, type, field, direction, language, slot, q } = filters;
  const words: Record<SingleFilter, string> = {
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

/** A filter in words, and the address without it. */
type Removable = { key: string; words: string; query: string };

/** What narrows a list, in words of the reader. */
export function useFilterWords(filters: DirectoryFilters, concepts: readonly ConceptLabel[], slots: readonly SlotOption[]): Removable[] {
  const words = useWords(filters, slots);
  const locale = useLocale();
  return activeFilters(filters).flatMap((name): Removable[] => {
    if (name !== "concept") return [{ key: name, words: words(name), query: directoryQuery(filters, { [name]: name === "q" ? "" : undefined }) }];
    return concepts.map(({ id, label }) => ({ key: id, words: label[locale], query: directoryQuery(filters, { concept: filters.concept.filter((one) => one !== id) }) }));
  });
}

type Props = { path: string; filters: DirectoryFilters; concepts: readonly ConceptLabel[]; slots: readonly SlotOption[] };

/** What narrows the list now, each with a way to take it off. */
export function FilterChips({ path, filters, concepts, slots }: Props) {
  const t = useTranslations("Directory");
  const active = useFilterWords(filters, concepts, slots);
  if (active.length === 0) return null;
  return (
    <ul aria-label={t("active")} className="mb-4 flex flex-wrap gap-2">
      {active.map(({ key, words, query }) => (
        <li key={key} className="max-w-full">
          <Link href={`${path}${query}`} prefetch={false} className={chipClass}>
            <span className="min-w-0 wrap-anywhere">{words}</span>
            <X aria-hidden="true" className="size-4 shrink-0" />
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
