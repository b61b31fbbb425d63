import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { EventTime } from "@/components/event/event-summary";
import { FormStateBadge } from "@/components/event/form-state-badge";
import { Notice } from "@/components/layout/notice";
import { buttonClass } from "@/components/ui/button";
import { Facts } from "@/components/ui/data";
import { Card, Container, PageHeader, Section } from "@/components/ui/surface";
import { requireModerator } from "@/domain/event/access";
import { getProgress } from "@/domain/event/queries";
import { isCancelled, isEventOrganiser, nextStep } from "@/domain/event/rules";
import type { EventProgress, InsideEvent, Places } from "@/domain/event/schema";
import { slugSchema } from "@/domain/input";
import { getOverview } from "@/domain/overview/queries/get-overview";
import { overviewViewSchema } from "@/domain/overview/schema";
import { Link } from "@/i18n/navigation";
import { readPage } from "@/server/denial";
import { getActor } from "@/server/session";
import { NextStepCard } from "./_components/next-step-card";
import { RequestFacts } from "./_components/request-facts";
import { RiskPart } from "./_components/risk-part";
import { TrendTable } from "./_components/trend-table";

type Props = { params: Promise<{ event: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const event = await readPage(requireModerator(await getActor(), (await params).event, await getLocale()));
  const t = await getTranslations("EventModeration");
  return { title: t("title", { event: event.title }) };
}

export default async function EventModerationPage({ params, searchParams }: Props) {
  const [{ event: slug }, query, locale, actor, t] = await Promise.all([params, searchParams, getLocale(), getActor(), getTranslations("EventModeration")]);
  if (!slugSchema.safeParse(slug).success) notFound();
  const [overview, progress] = await readPage(Promise.all([getOverview(actor, slug, locale, overviewViewSchema.parse(query)), getProgress(actor, slug)]));
  const { event } = overview;
  return (
    <Container wide>
      <Notice code={query["notice"]} />
      <PageHeader title={t("heading")} />
      <div className="grid items-start gap-8 lg:grid-cols-[3fr_2fr]">
        <div className="space-y-8">
          <NextStepCard event={event} step={nextStep(progress)} progress={progress} mayOrganise={isEventOrganiser(actor, event)} />
          <RequestFacts counts={overview.counts} />
        </div>
        <Card>
          <h2 className="mb-4 text-2xl font-bold">{t("numbers")}</h2>
          <Numbers event={event} progress={progress} />
          <Link href={`/events/${slug}`} className={`${buttonClass("secondary", "small")} mt-6`}>{t("publicPage")}</Link>
        </Card>
      </div>
      {isCancelled(event) ? null : <RiskPart overview={overview} />}
      <Section title={t("trend.title")} intro={t("trend.intro")}><TrendTable weeks={overview.trend} /></Section>
    </Container>
  );
}

async function Numbers({ event, progress }: { event: InsideEvent; progress: EventProgress & { places: Places } }) {
  const t = await getTranslations("EventModeration");
  const { capacity, held, waiting } = progress.places;
  return (
    <Facts
      items={[
        { term: t("when"), value: <EventTime event={event} /> },
        { term: t("form"), value: <FormStateBadge state={progress.form} /> },
        { term: t("places"), value: capacity === null ? t("placesUnlimited", { held }) : t("placesOf", { held, capacity }) },
        { term: t("toDecide"), value: t("count", { count: progress.toDecide }) },
        { term: t("waiting"), value: t("count", { count: waiting }) },
        { term: t("meetings"), value: t("meetingsPlaced", { meetings: progress.meetings, placed: progress.placed }) },
        { term: t("version"), value: progress.released === null ? t("noVersion") : t("versionNumber", { number: progress.released }) },
      ]}
    />
  );
}
