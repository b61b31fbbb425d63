import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Alert } from "@/components/ui/badge";
import { Card, EmptyState } from "@/components/ui/surface";
import { type FitFilters, goodFit, type Unmatched, type UnmatchedPage } from "@/domain/fit/schema";
import { formatCountry, formatInstant } from "@/i18n/format";
import { Link } from "@/i18n/navigation";
import { fitAddress, type FitSpot } from "./fit-links";
import { FitMark } from "./fit-mark";
import { FitPages } from "./fit-nav";

type Props = { spot: FitSpot; filters: FitFilters; unmatched: UnmatchedPage; timeZone: string };

/** Organisations whose best partner across the border fits badly, worst first, with what would help. */
export function UnmatchedList({ spot, filters, unmatched, timeZone }: Props) {
  const t = useTranslations("FitPage.unmatched");
  const { rows, total, page, pageCount, organisations, measured } = unmatched;
  return (
    <section aria-labelledby="unmatched">
      <h2 id="unmatched" className="text-2xl font-bold">{t("title", { count: total })}</h2>
      <p className="mt-2 max-w-3xl text-muted">{t("how", { limit: goodFit })}</p>
      <AsOf unmatched={unmatched} timeZone={timeZone} />
      {measured < organisations ? <div className="mt-4"><Alert tone="neutral" live>{t("progress", { measured, organisations })}</Alert></div> : null}
      {total === 0 && measured > 0 && measured === organisations ? <div className="mt-6"><EmptyState title={t("emptyTitle")}>{t("emptyText")}</EmptyState></div> : null}
      <ul className="mt-6 space-y-3">
        {rows.map((row) => <li key={row.slug}><Row spot={spot} row={row} /></li>)}
      </ul>
      <FitPages spot={spot} filters={filters} page={page} pageCount={pageCount} />
    </section>
  );
}

function AsOf({ unmatched: { measuredSince }, timeZone }: Pick<Props, "unmatched" | "timeZone">) {
  const t = useTranslations("FitPage.unmatched");
  const locale = useLocale();
  return measuredSince ? <p className="mt-2 max-w-3xl text-muted">{t("asOf", { instant: formatInstant(measuredSince, locale, timeZone) })}</p> : null;
}

function Row({ spot, row: { slug, name, country, fit, partner, advice } }: { spot: FitSpot; row: Unmatched }) {
  const t = useTranslations("FitPage.unmatched");
  const locale = useLocale();
  const pair = (text: ReactNode) => <Link href={fitAddress(spot, { view: "pair", left: slug, right: partner?.slug })} prefetch={false} className="underline">{text}</Link>;
  return (
    <Card className="min-w-0 space-y-1">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
        <h3 className="min-w-0 text-xl font-bold break-words">{name} <span className="text-base font-normal text-muted">{formatCountry(country, locale)}</span></h3>
        <FitMark fit={fit} />
      </div>
      <p>{partner ? t.rich("best", { name: partner.name, link: pair }) : t("nobody")}</p>
      <AdviceList spot={spot} slug={slug} name={name} country={country} advice={advice} />
    </Card>
  );
}

type AdviceProps = Pick<Unmatched, "slug" | "name" | "country" | "advice"> & { spot: FitSpot };

function AdviceList({ spot, slug, name, country, advice }: AdviceProps) {
  const t = useTranslations("FitPage.unmatched.advice");
  const to = (filters: Parameters<typeof fitAddress>[1]) => (text: ReactNode) => (
    <Link href={fitAddress(spot, filters)} prefetch={false} className="font-semibold underline">{text}</Link>
  );
  const links = {
    nobody_answers: to({ view: "needed", country: country as FitFilters["country"] }),
    look_for_partners: to({ view: "pair", left: slug }),
  };
  return (
    <ul aria-label={t("label", { name })} className="list-disc pl-6">
      {advice.map((code) => (
        <li key={code}>{code === "nobody_answers" || code === "look_for_partners" ? t.rich(code, { link: links[code] }) : t(code)}</li>
      ))}
    </ul>
  );
}
