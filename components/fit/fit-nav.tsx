import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { type FitFilters, fitViews } from "@/domain/fit/schema";
import { Link } from "@/i18n/navigation";
import { fitAddress, type FitSpot } from "./fit-links";

/** The views of a matching page; the one that is shown is marked. */
export function FitNav({ spot, current }: { spot: FitSpot; current: FitFilters["view"] }) {
  const t = useTranslations("FitPage");
  return (
    <nav aria-label={t("nav")} className="mb-8 flex flex-wrap gap-2">
      {fitViews.map((view) => (
        <Link
          key={view}
          href={fitAddress(spot, { view })}
          prefetch={false}
          aria-current={view === current ? "page" : undefined}
          className={buttonClass(view === current ? "primary" : "secondary", "small")}
        >
          {t(`views.${view}`)}
        </Link>
      ))}
    </nav>
  );
}

type PagesProps = { spot: FitSpot; filters: FitFilters; page: number; pageCount: number };

/** To the page before and to the next one. */
export function FitPages({ spot, filters, page, pageCount }: PagesProps) {
  const t = useTranslations("Directory");
  if (pageCount === 1) return null;
  const link = (to: number, label: string) => <Link href={fitAddress(spot, { ...filters, page: to })} className={buttonClass("secondary", "small")}>{label}</Link>;
  return (
    <nav aria-label={t("pages")} className="mt-6 flex flex-wrap items-center gap-4">
      {page > 1 ? link(page - 1, t("previous")) : null}
      <span>{t("pageOf", { page, pageCount })}</span>
      {page < pageCount ? link(page + 1, t("next")) : null}
    </nav>
  );
}
