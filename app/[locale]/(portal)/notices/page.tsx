import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ActionButton } from "@/components/form/action-button";
import { Notice } from "@/components/layout/notice";
import { Pages } from "@/components/layout/pages";
import { buttonClass } from "@/components/ui/button";
import { Container, EmptyState, PageHeader } from "@/components/ui/surface";
import { pageSchema } from "@/domain/input";
import { listNotices } from "@/domain/notice/queries";
import { noticeDays } from "@/domain/notice/rules";
import { formatInstant } from "@/i18n/format";
import { Link } from "@/i18n/navigation";
import { readPage } from "@/server/denial";
import { noticePath, noticeWords } from "@/server/notice";
import { getHomeProgramme } from "@/server/programme";
import { getActor } from "@/server/session";
import { readAllNoticesAction } from "./actions";
import { NoticeCard } from "./_components/notice-card";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("NoticesPage");
  return { title: t("title"), robots: { index: false } };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** What the portal has told the reader, by mail too, the newest first. */
export default async function NoticesPage({ searchParams }: Props) {
  const [query, t, locale, actor, { timeZone }] = await Promise.all([searchParams, getTranslations("NoticesPage"), getLocale(), getActor(), getHomeProgramme()]);
  const page = pageSchema.parse(query["page"]);
  const { notices, unread, pages } = await readPage(listNotices(actor, page, locale));
  const [newest] = notices;
  return (
    <Container>
      <Notice code={query["notice"]} />
      <PageHeader
        title={t("title")}
        intro={t("intro", { days: noticeDays })}
        action={<Link href="/account#mails" className={buttonClass("secondary", "small")}>{t("choices")}</Link>}
      />
      {notices.length === 0 ? <EmptyState title={t("emptyTitle")}>{t("emptyText")}</EmptyState> : null}
      {unread > 0 && newest && page === 1 ? (
        <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
          <p className="font-semibold">{t("unread", { count: unread })}</p>
          <ActionButton action={readAllNoticesAction} fields={{ until: newest.createdAt.toISOString() }}>{t("readAll")}</ActionButton>
        </div>
      ) : null}
      <ul className="space-y-3">
        {notices.map((notice) => (
          <li key={notice.id}>
            <NoticeCard id={notice.id} isRead={notice.isRead} words={noticeWords(notice)} at={formatInstant(notice.createdAt, locale, timeZone)} path={noticePath(notice)} />
          </li>
        ))}
      </ul>
      <Pages page={page} pages={pages} address={(other) => `/notices?page=${other}`} />
    </Container>
  );
}
