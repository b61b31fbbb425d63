import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { z } from "zod";
import { Notice } from "@/components/layout/notice";
import { toBoard } from "@/components/schedule/board";
import { scheduleAddress, type Standing } from "@/components/schedule/standing";
import { buttonClass } from "@/components/ui/button";
import { Container, EmptyState, PageHeader, Section } from "@/components/ui/surface";
import { idSchema, slugSchema } from "@/domain/input";
import { getDraft } from "@/domain/schedule/queries/get-draft";
import { Link } from "@/i18n/navigation";
import { readPage } from "@/server/denial";
import { getActor } from "@/server/session";
import { Editor } from "./_components/editor";
import { Grid } from "./_components/grid";
import { OpenList } from "./_components/open-list";
import { OptimiseCard } from "./_components/optimise-card";
import { ReleasePanel } from "./_components/release-panel";
import { RepairCard } from "./_components/repair-card";
import { SlotList } from "./_components/slot-list";
import { Summary } from "./_components/summary";
import { WarningList } from "./_components/warning-list";

type Props = { params: Promise<{ event: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

const quietId = idSchema.optional().catch(undefined);
const querySchema = z.object({
  view: z.enum(["grid", "list"]).optional().catch(undefined),
  meeting: quietId,
  slot: quietId,
  room: quietId,
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("SchedulePage"))("title") };
}

export default async function SchedulePage({ params, searchParams }: Props) {
  const [{ event: slug }, query, locale, actor] = await Promise.all([params, searchParams, getLocale(), getActor()]);
  if (!slugSchema.safeParse(slug).success) notFound();
  const data = await readPage(getDraft(actor, slug, locale));
  const { view, meeting, slot, room } = querySchema.parse(query);
  const standing: Standing = { view, meeting, slot, room };
  const t = await getTranslations("SchedulePage");
  const board = toBoard({ slug, timeZone: data.event.timeZone }, data.draft, data.warnings);
  const { slots, rooms, meetings } = data.draft;
  const header = <PageHeader title={t("title")} intro={t("intro")} />;
  if (slots.length === 0 || rooms.length === 0) return <Container wide>{header}<EmptyState title={t("noPlaces")} /></Container>;
  if (meetings.length === 0) {
    const action = <Link href={`/moderation/${slug}/pairing`} className={buttonClass()}>{t("emptyAction")}</Link>;
    return <Container wide>{header}<EmptyState title={t("emptyTitle")} action={action}>{t("emptyText")}</EmptyState></Container>;
  }
  return (
    <Container wide>
      <Notice code={query["notice"]} />
      {header}
      <Summary data={data} />
      <RepairCard data={data} />
      <OptimiseCard data={data} />
      <WarningList board={board} standing={standing} />
      <Editor board={board} standing={standing} />
      <Views slug={slug} standing={standing} />
      <div className={standing.view === undefined ? "hidden md:block" : ""}>{standing.view === "list" ? null : <Grid board={board} standing={standing} />}</div>
      <div className={standing.view === undefined ? "md:hidden" : ""}>{standing.view === "grid" ? null : <SlotList board={board} standing={standing} />}</div>
      <Section title={t("openTitle")} intro={data.unplaced.size > 0 ? t("openIntro") : null}>
        <OpenList board={board} unplaced={data.unplaced} standing={standing} />
      </Section>
      <ReleasePanel data={data} />
    </Container>
  );
}

/** Grid or list; what fits the screen better where nothing is chosen. */
async function Views({ slug, standing }: { slug: string; standing: Standing }) {
  const t = await getTranslations("SchedulePage");
  return (
    <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
      <h2 className="sr-only">{t("list")}</h2>
      <nav aria-label={t("views")} className="flex gap-1 rounded-full bg-sunken p-1">
        {(["grid", "list"] as const).map((view) => (
          <Link
            key={view}
            href={scheduleAddress(slug, { ...standing, view })}
            prefetch={false}
            aria-current={view === standing.view ? "true" : undefined}
            className="inline-flex min-h-9 items-center rounded-full px-4 font-semibold no-underline hover:bg-primary-soft aria-[current]:bg-surface aria-[current]:text-primary aria-[current]:shadow-sm"
          >
            {t(view === "grid" ? "viewGrid" : "viewList")}
          </Link>
        ))}
      </nav>
    </div>
  );
}
