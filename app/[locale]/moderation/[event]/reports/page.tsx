import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { ActionButton } from "@/components/form/action-button";
import { Notice } from "@/components/layout/notice";
import { Facts } from "@/components/ui/data";
import { Card, Container, EmptyState, PageHeader } from "@/components/ui/surface";
import { slugSchema, type Locale } from "@/domain/input";
import { listReports } from "@/domain/safety/queries";
import type { ReportView } from "@/domain/safety/schema";
import { formatInstant } from "@/i18n/format";
import { Link } from "@/i18n/navigation";
import { readPage } from "@/server/denial";
import { getActor } from "@/server/session";
import { closeReportAction } from "./actions";

type Props = { params: Promise<{ event: string }>; searchParams: Promise<{ notice?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ReportsPage"))("title") };
}

export default async function ReportsPage({ params, searchParams }: Props) {
  const { event: slug } = await params;
  if (!slugSchema.safeParse(slug).success) notFound();
  const t = await getTranslations("ReportsPage");
  const { event, reports } = await readPage(listReports(await getActor(), slug, await getLocale()));
  const open = reports.filter(({ closedAt }) => closedAt === null);
  const closed = reports.filter(({ closedAt }) => closedAt !== null);
  return (
    <Container wide>
      <Notice code={(await searchParams).notice} />
      <PageHeader title={t("title")} intro={t("intro")} />
      {open.length === 0 ? <EmptyState title={t("none")}>{t("noneText")}</EmptyState> : <ReportList title={t("open")} reports={open} event={event} />}
      {closed.length > 0 ? <ReportList title={t("closed")} reports={closed} event={event} /> : null}
    </Container>
  );
}

type ListProps = { title: string; reports: readonly ReportView[]; event: { slug: string; timeZone: string } };

function ReportList({ title, reports, event }: ListProps) {
  return (
    <section className="mt-8">
      <h2 className="mb-4 text-2xl font-bold">{title}</h2>
      <ul className="space-y-4">
        {reports.map((report) => <li key={report.id}><Report report={report} event={event} /></li>)}
      </ul>
    </section>
  );
}

async function Report({ report, event }: { report: ReportView; event: ListProps["event"] }) {
  const t = await getTranslations("ReportsPage");
  const locale: Locale = await getLocale();
  const at = (instant: Date) => formatInstant(instant, locale, event.timeZone);
  const name = report.reported.name;
  const organisation = ({ slug, name: label }: ReportView["reported"]) => <Link href={`/organisations/${slug}`} prefetch={false} className="underline">{label}</Link>;
  return (
    <Card className="space-y-4">
      <Facts
        items={[
          { term: t("reported"), value: organisation(report.reported) },
          { term: t("reporter"), value: organisation(report.reporter) },
          { term: t("at"), value: at(report.createdAt) },
          ...(report.closedAt ? [{ term: t("closedAt"), value: at(report.closedAt) }] : []),
        ]}
      />
      <p className="max-w-prose break-words whitespace-pre-line">{report.text}</p>
      {report.closedAt ? null : (
        <ActionButton action={closeReportAction} fields={{ event: event.slug, id: report.id }} label={t("closeLabel", { name })}>{t("close")}</ActionButton>
      )}
    </Card>
  );
}
