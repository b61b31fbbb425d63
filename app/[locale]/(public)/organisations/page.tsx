import { useLocale, useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { Pager } from "@/components/directory/pager";
import { OrganisationCard } from "@/components/organisation/organisation-card";
import { buttonClass } from "@/components/ui/button";
import { Container, EmptyState, PageHeader } from "@/components/ui/surface";
import { parseDirectory } from "@/domain/directory/schema";
import { listPublicOrganisations } from "@/domain/organisation/queries";
import { formatCountry } from "@/i18n/format";
import { pageMetadata } from "@/i18n/metadata";
import { Link } from "@/i18n/navigation";
import { getHomeProgramme } from "@/server/programme";

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const path = "/organisations";

export async function generateMetadata({ params }: Props) {
  const { locale } = await params;
  const t = await getTranslations("PublicOrganisations");
  return pageMetadata({ locale, path, title: t("title"), description: t("intro") });
}

export default async function OrganisationsPage({ searchParams }: Props) {
  const filters = parseDirectory(await searchParams);
  const programme = await getHomeProgramme();
  const { cards, total, page, pageCount } = await listPublicOrganisations(programme.slug, filters);
  const t = await getTranslations("PublicOrganisations");
  const join = <Link href="/organisations/new" className={buttonClass()}>{t("join")}</Link>;
  return (
    <Container wide>
      <PageHeader title={t("title")} intro={t("intro")} action={join} />
      <Countries countries={programme.countries} current={filters.country} />
      <p role="status" className="mb-4 font-semibold">{t("count", { count: total })}</p>
      {total === 0 ? <EmptyState title={t("empty")} action={join}>{t("emptyText")}</EmptyState> : null}
      <ul className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
        {cards.map((card) => (
          <li key={card.id} className="min-w-0"><OrganisationCard organisation={card} href={`${path}/${card.slug}`} /></li>
        ))}
      </ul>
      <Pager path={path} filters={{ ...filters, side: "first" }} page={page} pageCount={pageCount} />
    </Container>
  );
}

/** Both sides of the border, or one. */
function Countries({ countries, current }: { countries: readonly string[]; current: string | undefined }) {
  const t = useTranslations("PublicOrganisations");
  const locale = useLocale();
  const links = [
    { href: path, label: t("all"), isCurrent: current === undefined },
    ...countries.map((code) => ({ href: `${path}?country=${code}`, label: formatCountry(code, locale), isCurrent: code === current })),
  ];
  return (
    <nav aria-label={t("country")} className="mb-6">
      <ul className="flex flex-wrap gap-2">
        {links.map((link) => (
          <li key={link.href}>
            <Link
              href={link.href}
              aria-current={link.isCurrent ? "page" : undefined}
              className="flex min-h-10 items-center rounded-full border border-line bg-surface px-4 font-semibold no-underline hover:border-primary aria-[current]:border-primary aria-[current]:bg-primary aria-[current]:text-on-primary"
            >
              {link.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
