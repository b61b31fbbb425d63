import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { Notice } from "@/components/layout/notice";
import { Pages } from "@/components/layout/pages";
import { buttonClass } from "@/components/ui/button";
import { Container, EmptyState, PageHeader, Section } from "@/components/ui/surface";
import { getBoard } from "@/domain/day/queries/get-board";
import { boardAddress, boardViewSchema } from "@/domain/day/schema";
import { slugSchema } from "@/domain/input";
import { Link } from "@/i18n/navigation";
import { readPage } from "@/server/denial";
import { getActor } from "@/server/session";
import { ChangeList } from "./_components/change-list";
import { FilterForm } from "./_components/filter-form";
import { NowPart } from "./_components/now-part";
import { PersonList } from "./_components/person-list";
import { RoomTable } from "./_components/room-table";

type Props = { params: Promise<{ event: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("DayPage"))("title") };
}

/** The day as it is now: who is here, which rooms run, and what comes next. It is fetched anew when that changes. */
export default async function DayPage({ params, searchParams }: Props) {
  const [{ event: slug }, query, locale, actor, t] = await Promise.all([params, searchParams, getLocale(), getActor(), getTranslations("DayPage")]);
  if (!slugSchema.safeParse(slug).success) notFound();
  const view = boardViewSchema.parse(query);
  const board = await readPage(getBoard(actor, slug, locale, view));
  const address = (more: object) => boardAddress(slug, { ...view, ...more });
  return (
    <Container wide>
      <div data-follows-day="" />
      <Notice code={query["notice"]} />
      <PageHeader
        title={t("title")}
        intro={t("intro")}
        action={<Link href={`/moderation/${slug}/announcements/new?groups=here`} prefetch={false} className={buttonClass("secondary", "small")}>{t("write")}</Link>}
      />
      <NowPart board={board} />
      <ChangeList board={board} />
      <FilterForm board={board} view={view} />
      <Section title={t("rooms")} id="rooms">
        {board.isReleased ? <RoomTable board={board} view={view} /> : <EmptyState title={t("notReleasedTitle")}>{t("notReleasedText")}</EmptyState>}
        <Pages page={board.page} pages={board.pageCount} address={(page) => `${address({ page })}#rooms`} />
      </Section>
      <PersonList board={board} view={view} />
    </Container>
  );
}
