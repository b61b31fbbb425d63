import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { z } from "zod";
import { Notice } from "@/components/layout/notice";
import { buttonClass } from "@/components/ui/button";
import { Container, EmptyState, PageHeader } from "@/components/ui/surface";
import { slugSchema } from "@/domain/input";
import { listVersions } from "@/domain/schedule/queries/list-versions";
import { Link } from "@/i18n/navigation";
import { readPage } from "@/server/denial";
import { getActor } from "@/server/session";
import { BreakoutFiles } from "./_components/breakout-files";
import { Comparison } from "./_components/comparison";
import { LetterProgress } from "./_components/letter-progress";
import { PrintedSheets } from "./_components/printed-sheets";
import { VersionList } from "./_components/version-list";

type Props = { params: Promise<{ event: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

const numberSchema = z.coerce.number().int().min(1).max(1_000_000).optional().catch(undefined);

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("VersionsPage"))("title") };
}

export default async function VersionsPage({ params, searchParams }: Props) {
  const [{ event: slug }, query, locale, actor] = await Promise.all([params, searchParams, getLocale(), getActor()]);
  if (!slugSchema.safeParse(slug).success) notFound();
  const view = await readPage(listVersions(actor, slug, locale, numberSchema.parse(query["number"])));
  const t = await getTranslations("VersionsPage");
  const action = <Link href={`/moderation/${slug}/schedule`} className={buttonClass("secondary", "small")}>{t("toSchedule")}</Link>;
  return (
    <Container wide>
      <Notice code={query["notice"]} />
      <PageHeader title={t("title")} intro={t("intro")} action={view.versions.length > 0 ? action : null} />
      {view.letters ? <LetterProgress letters={view.letters} slug={slug} /> : null}
      {view.versions.length === 0 ? <EmptyState title={t("emptyTitle")} action={action}>{t("emptyText")}</EmptyState> : <VersionList view={view} />}
      <BreakoutFiles view={view} />
      <PrintedSheets view={view} />
      {view.comparison ? <Comparison comparison={view.comparison} view={view} /> : null}
    </Container>
  );
}
