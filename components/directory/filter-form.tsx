import { SlidersHorizontal } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/surface";
import { activeFilters } from "@/domain/directory/rules";
import type { DirectoryFilters } from "@/domain/directory/schema";
import { spokenLanguages } from "@/domain/input";
import { organisationTypes } from "@/domain/organisation/schema";
import { regionsByCountry } from "@/domain/region/schema";
import { formatCountry, formatLanguage } from "@/i18n/format";
import { getPathname } from "@/i18n/navigation";
import { FieldSelect } from "./field-select";
import { FilterSelect } from "./filter-select";

export type SlotOption = { number: number; label: string };

/** Search and filters of a directory: a plain form whose result has an address of its own. */
export function FilterForm({ path, filters, slots }: { path: string; filters: DirectoryFilters; slots: readonly SlotOption[] }) {
  const t = useTranslations("Directory");
  const locale = useLocale();
  const isOpen = activeFilters(filters).some((name) => name !== "q" && name !== "concept");
  return (
    <form action={getPathname({ href: path, locale })} role="search" aria-label={t("searchLabel")} className="mb-6">
      {filters.view === "all" ? null : <input type="hidden" name="view" value={filters.view} />}
      {filters.concept.map((id) => <input key={id} type="hidden" name="concept" value={id} />)}
      {filters.literal.map((id) => <input key={id} type="hidden" name="literal" value={id} />)}
      <div className="flex flex-wrap gap-3">
        <label htmlFor="directory-q" className="sr-only">{t("search")}</label>
        <input
          id="directory-q"
          type="search"
          name="q"
          defaultValue={filters.q}
          maxLength={100}
          placeholder={t("searchHint")}
          className="min-h-12 min-w-0 flex-1 basis-56 rounded-full border border-line-strong bg-surface px-5 placeholder:text-muted"
        />
        <Button>{t("searchAction")}</Button>
      </div>
      <details open={isOpen} className="group mt-3">
        <summary className="inline-flex min-h-11 items-center gap-2 font-semibold text-primary">
          <SlidersHorizontal aria-hidden="true" className="size-5" />
          {t("filters")}
        </summary>
        <Card className="mt-2">
          <Selects filters={filters} slots={slots} />
          <Button look="secondary" size="small" className="mt-5">{t("apply")}</Button>
        </Card>
      </details>
    </form>
  );
}

function Selects({ filters, slots }: { filters: DirectoryFilters; slots: readonly SlotOption[] }) {
  const t = useTranslations("Directory");
  const tType = useTranslations("OrganisationType");
  const tRegion = useTranslations("Regions");
  const locale = useLocale();
  const regions = [...regionsByCountry.DE, ...regionsByCountry.PL].map((code) => ({ value: code, label: `${tRegion(code)} (${code})` }));
  return (
    <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      <FilterSelect name="country" label={t("country")} value={filters.country} options={["DE", "PL"].map((code) => ({ value: code, label: formatCountry(code, locale) }))} />
      <FilterSelect name="region" label={t("region")} value={filters.region} options={regions} />
      <FilterSelect name="type" label={t("type")} value={filters.type} options={organisationTypes.map((type) => ({ value: type, label: tType(type) }))} />
      <FieldSelect label={t("field")} value={filters.field} />
      <FilterSelect
        name="direction"
        label={t("direction")}
        value={filters.direction}
        emptyLabel={t("directionBoth")}
        options={[{ value: "offer", label: t("directionOffer") }, { value: "need", label: t("directionNeed") }]}
      />
      <FilterSelect name="language" label={t("language")} value={filters.language} options={spokenLanguages.map((code) => ({ value: code, label: formatLanguage(code, locale) }))} />
      {slots.length === 0 ? null : (
        <FilterSelect name="slot" label={t("slot")} value={filters.slot?.toString()} options={slots.map((slot) => ({ value: String(slot.number), label: slot.label }))} />
      )}
      <FilterSelect
        name="side"
        label={t("side")}
        value={filters.side}
        emptyLabel={t("sideFirst")}
        options={[{ value: "only", label: t("sideOnly") }, { value: "mixed", label: t("sideMixed") }]}
      />
    </div>
  );
}
