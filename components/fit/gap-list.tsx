import { useLocale, useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { Card, EmptyState } from "@/components/ui/surface";
import type { FitFilters, GapPage, ToldGap } from "@/domain/fit/schema";
import { formatCountry } from "@/i18n/format";
import { Link } from "@/i18n/navigation";
import { fitAddress, type FitSpot } from "./fit-links";
import { FitPages } from "./fit-nav";

type Props = { spot: FitSpot; filters: FitFilters; view: "needed" | "offered"; gaps: GapPage };

/** Subjects that one side of the border needs and the other one does not offer, or the other way round. */
export function GapList({ spot, filters, view, gaps: { gaps, total, page, pageCount } }: Props) {
  const t = useTranslations(`FitPage.${view}`);
  return (
    <section aria-labelledby="gaps">
      <h2 id="gaps" className="text-2xl font-bold">{t("title", { count: total })}</h2>
      <p className="mt-2 max-w-3xl text-muted">{t("how")}</p>
      <Sides spot={spot} filters={filters} />
      {total === 0 ? <EmptyState title={t("emptyTitle")}>{t("emptyText")}</EmptyState> : null}
      <ul className="grid gap-3 lg:grid-cols-2">
        {gaps.map((gap) => <li key={`${gap.concept}-${gap.country}`} className="min-w-0"><GapCard spot={spot} view={view} gap={gap} /></li>)}
      </ul>
      <FitPages spot={spot} filters={filters} page={page} pageCount={pageCount} />
    </section>
  );
}

const countries = [undefined, "DE", "PL"] as const;

/** Whose subjects: of both sides of the border, or of one. */
function Sides({ spot, filters }: { spot: FitSpot; filters: FitFilters }) {
  const t = useTranslations("FitPage");
  const locale = useLocale();
  return (
    <nav aria-label={t("sides")} className="my-5 flex flex-wrap gap-2">
      {countries.map((country) => (
        <Link
          key={country ?? "both"}
          href={fitAddress(spot, { view: filters.view, country })}
          prefetch={false}
          aria-current={country === filters.country && filters.concept === undefined ? "true" : undefined}
          className={buttonClass(country === filters.country && filters.concept === undefined ? "primary" : "secondary", "small")}
        >
          {country === undefined ? t("bothSides") : formatCountry(country, locale)}
        </Link>
      ))}
    </nav>
  );
}

function GapCard({ spot, view, gap }: { spot: FitSpot; view: "needed" | "offered"; gap: ToldGap }) {
  const t = useTranslations(`FitPage.${view}`);
  const locale = useLocale();
  const label = gap.label[locale];
  const more = gap.organisations - gap.named.length;
  return (
    <Card className="h-full min-w-0 space-y-2">
      <h3 className="text-xl font-bold break-words">{label}</h3>
      <p>{t("by", { count: gap.organisations, country: formatCountry(gap.country, locale) })}</p>
      {gap.isAnsweredAtHome ? <p className="text-muted">{t("atHome")}</p> : null}
      <ul aria-label={t("organisations", { label })} className="flex flex-wrap gap-x-4 gap-y-1">
        {gap.named.map(({ slug, name }) => (
          <li key={slug} className="min-w-0"><Link href={fitAddress(spot, { view: "pair", left: slug })} prefetch={false} className="inline-flex min-h-6 items-center break-words underline">{name}</Link></li>
        ))}
        {more > 0 && gap.named.length < 60 ? (
          <li>
            <Link href={fitAddress(spot, { view, concept: gap.concept, country: gap.country as FitFilters["country"] })} prefetch={false} aria-label={t("moreLabel", { count: more, label })} className="inline-flex min-h-6 items-center font-semibold underline">
              {t("more", { count: more })}
            </Link>
          </li>
        ) : null}
      </ul>
    </Card>
  );
}
