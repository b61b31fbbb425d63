import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { buttonClass } from "@/components/ui/button";
import { Card, Container, EmptyState, PageHeader } from "@/components/ui/surface";
import { listAnnouncements } from "@/domain/announcement/queries";
import { slugSchema } from "@/domain/input";
import { formatInstant } from "@/i18n/format";
import { Link } from "@/i18n/navigation";
import { readPage } from "@/server/denial";
import { getActor } from "@/server/session";
import { ProgressLine } from "./_components/progress-line";

type Props = { params: Promise<{ event: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("AnnouncementsPage"))("title") };
}

/** What the event's staff has written to those who registered, the newest first. */
export default async function AnnouncementsPage({ params }: Props) {
  const { event: slug } = await params;
  if (!slugSchema.safeParse(slug).success) notFound();
  const [locale, actor, t] = await Promise.all([getLocale(), getActor(), getTranslations("AnnouncementsPage")]);
  const { event, announcements } = await readPage(listAnnouncements(actor, slug, locale));
  const path = `/moderation/${event.slug}/announcements`;
  return (
    <Container>
      <PageHeader title={t("title")} intro={t("intro")} action={<Link href={`${path}/new`} prefetch={false} className={buttonClass()}>{t("write")}</Link>} />
      {announcements.length === 0 ? <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState> : null}
      <ul className="space-y-3">
        {announcements.map((announcement) => (
          <li key={announcement.id}>
            <Card className="space-y-1">
              <h2 className="text-lg font-bold">
                <Link href={`${path}/${announcement.id}`} prefetch={false} className="underline"><span lang={announcement.subjectLocale}>{announcement.subject}</span></Link>
              </h2>
              <p className="text-muted">{formatInstant(announcement.createdAt, locale, event.timeZone)}</p>
              <ProgressLine progress={announcement.progress} isStopped={announcement.isStopped} />
            </Card>
          </li>
        ))}
      </ul>
    </Container>
  );
}
