import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { controlClass } from "@/components/ui/classes";
import { Card } from "@/components/ui/surface";
import type { Matrix } from "@/domain/pairing/queries/get-matrix";
import { matrixShows, type MatrixView } from "@/domain/pairing/schema";
import { formatCountry } from "@/i18n/format";
import { getPathname } from "@/i18n/navigation";

/** Which organisations stand in the rows: a plain form whose result has an address of its own. */
export function FilterForm({ matrix: { event, countries, side }, view }: { matrix: Matrix; view: MatrixView }) {
  const t = useTranslations("MatrixPage");
  const locale = useLocale();
  return (
    <Card className="mb-6">
      <form key={`${side} ${view.q} ${view.show}`} action={getPathname({ href: `/moderation/${event.slug}/matrix`, locale })} aria-label={t("filter")} className="grid items-end gap-4 md:grid-cols-[1fr_1fr_1fr_auto]">
        <div className="min-w-0">
          <label htmlFor="matrix-side" className="mb-1.5 block font-semibold">{t("side")}</label>
          <select id="matrix-side" name="side" defaultValue={side ?? ""} className={controlClass}>
            {countries.map((country) => <option key={country} value={country}>{formatCountry(country, locale)}</option>)}
          </select>
        </div>
        <div className="min-w-0">
          <label htmlFor="matrix-show" className="mb-1.5 block font-semibold">{t("show")}</label>
          <select id="matrix-show" name="show" defaultValue={view.show} className={controlClass}>
            {matrixShows.map((show) => <option key={show} value={show}>{t(`shows.${show}`)}</option>)}
          </select>
        </div>
        <div className="min-w-0">
          <label htmlFor="matrix-q" className="mb-1.5 block font-semibold">{t("q")}</label>
          <input id="matrix-q" type="search" name="q" defaultValue={view.q} maxLength={100} className={controlClass} />
        </div>
        <Button>{t("apply")}</Button>
      </form>
    </Card>
  );
}
