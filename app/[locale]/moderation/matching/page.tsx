import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { FitView } from "@/components/fit/fit-view";
import { buttonClass } from "@/components/ui/button";
import { Container, PageHeader } from "@/components/ui/surface";
import { countDismissals } from "@/domain/directory/queries/list-dismissals";
import { listExposure } from "@/domain/directory/queries/list-exposure";
import { readProgrammeFit } from "@/domain/fit/queries/read-fit";
import { parseFit } from "@/domain/fit/schema";
import { Link } from "@/i18n/navigation";
import { readPage } from "@/server/denial";
import { getActor } from "@/server/session";
import { DismissalCounts } from "./_components/dismissal-counts";
import { ExposureList } from "./_components/exposure-list";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const path = "/moderation/matching";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("FitPage"))("programmeTitle") };
}

export default async function ProgrammeMatchingPage({ searchParams }: Props) {
  const [query, locale, actor, t] = await Promise.all([searchParams, getLocale(), getActor(), getTranslations("FitPage")]);
  const filters = parseFit(query);
  const { programme, programmes, timeZone, data } = await readPage(readProgrammeFit(actor, filters.programme, filters, locale));
  const spot = { path, programme: programmes.length > 1 ? programme.slug : undefined };
  // What is told of all, below the first view.
  const [exposure, dismissals] = data.view === "unmatched"
    ? await Promise.all([listExposure(actor, programme.id), countDismissals(actor, programme.id)])
    : [null, null];
  return (
    <Container wide>
      <PageHeader title={t("programmeTitle")} intro={t("programmeIntro")} />
      {programmes.length > 1 ? (
        <nav aria-label={t("programmes")} className="mb-6 flex flex-wrap gap-2">
          {programmes.map(({ slug, name, textLocale }) => (
            <Link key={slug} href={`${path}?programme=${slug}`} lang={textLocale} aria-current={slug === programme.slug ? "true" : undefined} className={buttonClass(slug === programme.slug ? "primary" : "secondary", "small")}>{name}</Link>
          ))}
        </nav>
      ) : null}
      <FitView spot={spot} filters={filters} data={data} timeZone={timeZone} />
      {exposure ? <ExposureList exposure={exposure} /> : null}
      {dismissals ? <DismissalCounts counts={dismissals} /> : null}
    </Container>
  );
}
