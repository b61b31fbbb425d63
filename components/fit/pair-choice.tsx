import { useLocale, useTranslations } from "next-intl";
import { Button, buttonClass } from "@/components/ui/button";
import { Card, EmptyState } from "@/components/ui/surface";
import type { Choices, FitFilters, Named, PairPage, Partner } from "@/domain/fit/schema";
import { formatCountry } from "@/i18n/format";
import { getPathname, Link } from "@/i18n/navigation";
import { fitAddress, type FitSpot } from "./fit-links";
import { FitMark } from "./fit-mark";
import { FitPages } from "./fit-nav";

type Props = { spot: FitSpot; filters: FitFilters; pair: PairPage & { choices: Choices } };

/** Step by step: the first organisation, then the second, from those that fit best or from all. */
export function PairChoice({ spot, filters, pair: { left, partners, choices } }: Props) {
  const t = useTranslations("FitPage.pair");
  return (
    <>
      {left ? <Chosen spot={spot} left={left} /> : null}
      {left && filters.q === "" && filters.page === 1 ? <Partners spot={spot} left={left} partners={partners} /> : null}
      <section aria-labelledby="choices" className="mt-8">
        <h2 id="choices" className="mb-4 text-2xl font-bold">{left ? t("chooseRight") : t("chooseLeft")}</h2>
        <Search spot={spot} filters={filters} left={left} />
        <p role="status" className="my-4 text-muted">{t("found", { count: choices.total })}</p>
        <OrganisationList organisations={choices.found} address={(slug) => fitAddress(spot, left ? { view: "pair", left: left.slug, right: slug } : { view: "pair", left: slug })} />
        <FitPages spot={spot} filters={filters} page={choices.page} pageCount={choices.pageCount} />
      </section>
    </>
  );
}

function Chosen({ spot, left }: { spot: FitSpot; left: Named }) {
  const t = useTranslations("FitPage.pair");
  const locale = useLocale();
  return (
    <Card className="mb-8 flex flex-wrap items-center justify-between gap-4">
      <p className="min-w-0">
        <span className="block text-muted">{t("left")}</span>
        <span className="text-xl font-bold break-words">{left.name}</span> <span className="text-muted">{formatCountry(left.country, locale)}</span>
      </p>
      <Link href={fitAddress(spot, { view: "pair" })} className={buttonClass("secondary", "small")}>{t("change")}</Link>
    </Card>
  );
}

function Partners({ spot, left, partners }: { spot: FitSpot; left: Named; partners: readonly Partner[] }) {
  const t = useTranslations("FitPage.pair");
  return (
    <section aria-labelledby="partners">
      <h2 id="partners" className="mb-4 text-2xl font-bold">{t("partners", { name: left.name })}</h2>
      {partners.length === 0 ? <EmptyState title={t("noPartners")}>{t("noPartnersText")}</EmptyState> : null}
      <OrganisationList organisations={partners} address={(slug) => fitAddress(spot, { view: "pair", left: left.slug, right: slug })} />
    </section>
  );
}

function Search({ spot, filters, left }: { spot: FitSpot; filters: FitFilters; left: Named | null }) {
  const t = useTranslations("FitPage.pair");
  const locale = useLocale();
  return (
    <form action={getPathname({ href: spot.path, locale })} role="search" aria-label={t("search")} className="flex flex-wrap gap-3">
      <input type="hidden" name="view" value="pair" />
      {spot.programme ? <input type="hidden" name="programme" value={spot.programme} /> : null}
      {left ? <input type="hidden" name="left" value={left.slug} /> : null}
      <label htmlFor="fit-q" className="sr-only">{t("search")}</label>
      <input
        id="fit-q"
        type="search"
        name="q"
        defaultValue={filters.q}
        maxLength={100}
        placeholder={t("searchHint")}
        className="min-h-12 min-w-0 flex-1 basis-56 rounded-full border border-line-strong bg-surface px-5 placeholder:text-muted"
      />
      <Button>{t("searchAction")}</Button>
    </form>
  );
}

type ListProps = { organisations: readonly (Named & { fit?: number })[]; address: (slug: string) => string };

function OrganisationList({ organisations, address }: ListProps) {
  const locale = useLocale();
  return (
    <ul className="divide-y divide-line">
      {organisations.map(({ slug, name, country, fit }) => (
        <li key={slug} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-3">
          <span className="min-w-0">
            <Link href={address(slug)} prefetch={false} className="inline-flex min-h-6 items-center font-semibold break-words underline">{name}</Link>{" "}
            <span className="text-muted">{formatCountry(country, locale)}</span>
          </span>
          {fit === undefined ? null : <FitMark fit={fit} />}
        </li>
      ))}
    </ul>
  );
}
