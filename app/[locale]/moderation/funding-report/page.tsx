import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { RegionMap } from "@/components/map/region-map";
import { Numbers } from "@/components/ui/data";
import { Container, Section } from "@/components/ui/surface";
import { getReport } from "@/domain/funding-report/queries/get-report";
import { type Figures, parseScope } from "@/domain/funding-report/schema";
import { readPage } from "@/server/denial";
import { writeReportTables } from "@/server/report-tables";
import { getActor } from "@/server/session";
import { Cover } from "./_components/cover";
import { Downloads } from "./_components/downloads";
import { ScopeNav } from "./_components/scope-nav";
import { TablePart } from "./_components/table-part";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  return { title: (await getTranslations("FundingReport"))("eyebrow") };
}

export default async function FundingReportPage({ searchParams }: Props) {
  const [query, locale, actor] = await Promise.all([searchParams, getLocale(), getActor()]);
  const report = await readPage(getReport(actor, parseScope(query), locale));
  const tables = await writeReportTables(report, locale);
  const map = <RegionMap funded={report.programme.regions} tallies={report.figures.regions} />;
  return (
    <Container>
      <ScopeNav report={report} />
      <Cover report={report} />
      <Downloads report={report} locale={locale} />
      <Overview figures={report.figures} />
      {tables.map((table) => <TablePart key={table.name} table={table} picture={table.name === "regions" ? map : undefined} />)}
    </Container>
  );
}

async function Overview({ figures: { tally, countries, meetings } }: { figures: Figures }) {
  const [t, format] = await Promise.all([getTranslations("FundingReport"), getFormatter()]);
  const items = [
    { term: t("organisations"), value: tally.organisations },
    { term: t("participants"), value: tally.participants },
    { term: t("countries"), value: countries.length },
    { term: t("meetings.agreed"), value: meetings.agreed },
    { term: t("meetings.across"), value: meetings.across },
    ...(meetings.placed === null ? [] : [{ term: t("meetings.placed"), value: meetings.placed }]),
    ...(meetings.held === null ? [] : [{ term: t("meetings.held"), value: meetings.held }]),
  ];
  return <Section title={t("overview")} intro={t("overviewIntro")}><Numbers items={items.map(({ term, value }) => ({ term, value: format.number(value) }))} /></Section>;
}
