import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { Notice } from "@/components/layout/notice";
import { DistributionTable } from "@/components/pairing/distribution-table";
import { buttonClass } from "@/components/ui/button";
import { Card, Container, EmptyState, PageHeader, Section } from "@/components/ui/surface";
import { slugSchema } from "@/domain/input";
import { listPairings } from "@/domain/pairing/queries/get-pairings";
import { distribute } from "@/domain/pairing/rules";
import { Link } from "@/i18n/navigation";
import { readPage } from "@/server/denial";
import { getActor } from "@/server/session";
import { RunList } from "./_components/run-list";
import { StartForm } from "./_components/start-form";

type Props = { params: Promise<{ event: string }>; searchParams: Promise<{ notice?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("SuggestPairings"))("title") };
}

export default async function SuggestPairingsPage({ params, searchParams }: Props) {
  const [{ event: slug }, { notice }, locale, actor, t] = await Promise.all([params, searchParams, getLocale(), getActor(), getTranslations("SuggestPairings")]);
  if (!slugSchema.safeParse(slug).success) notFound();
  const { event, runs, counts } = await readPage(listPairings(actor, slug, locale));
  const isOpen = runs.some((run) => run.finishedAt === null);
  const action = <Link href={`/moderation/${event.slug}/pairing`} className={buttonClass("secondary", "small")}>{t("byHand")}</Link>;
  return (
    <Container wide>
      <Notice code={notice} />
      <PageHeader title={t("title")} intro={t("intro")} action={action} />
      {counts.length < 2 ? <EmptyState title={t("few")} /> : (
        <div className="grid items-start gap-8 lg:grid-cols-[3fr_2fr]">
          <Card className="min-w-0">
            <h2 className="text-2xl font-bold">{t("goals")}</h2>
            <ol className="mt-3 mb-6 list-decimal space-y-1 pl-6">
              <li>{t("goalMissing")}</li>
              <li>{t("goalWorth")}</li>
            </ol>
            {isOpen ? <p className="font-semibold">{t("running")}</p> : <StartForm slug={event.slug} />}
          </Card>
          <Card className="min-w-0">
            <h2 className="mb-4 text-2xl font-bold">{t("now")}</h2>
            <DistributionTable before={distribute(counts)} />
          </Card>
        </div>
      )}
      {runs.length > 0 ? <Section title={t("runs")}><RunList runs={runs} event={event} /></Section> : null}
    </Container>
  );
}
