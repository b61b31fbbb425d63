import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { ActionButton } from "@/components/form/action-button";
import { Notice } from "@/components/layout/notice";
import { RefreshPage } from "@/components/layout/refresh-page";
import { barClass } from "@/components/ui/classes";
import { Facts } from "@/components/ui/data";
import { Card, Container, PageHeader, Section } from "@/components/ui/surface";
import { getAnnouncement } from "@/domain/announcement/queries";
import { isUnderWay } from "@/domain/announcement/rules";
import { announcementKeySchema, type AnnouncementView } from "@/domain/announcement/schema";
import { formatCountry, formatInstant, formatLanguage, formatLanguages, formatList } from "@/i18n/format";
import { Link } from "@/i18n/navigation";
import { readPage } from "@/server/denial";
import { getActor } from "@/server/session";
import { ProgressLine } from "../_components/progress-line";
import { stopAction } from "../actions";

type Props = { params: Promise<{ event: string; announcement: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("AnnouncementsPage"))("one") };
}

/** One announcement: to whom, what it says, how far it is, and the way to stop it. */
export default async function AnnouncementPage({ params, searchParams }: Props) {
  const { event: slug, announcement: id } = await params;
  if (!announcementKeySchema.safeParse({ event: slug, id }).success) notFound();
  const [{ notice }, locale, actor, t, tNew] = await Promise.all([searchParams, getLocale(), getActor(), getTranslations("AnnouncementsPage"), getTranslations("AnnouncementPage")]);
  const view = await readPage(getAnnouncement(actor, { event: slug, id }, locale));
  const { event, audience, texts } = view;
  const all = tNew("all");
  return (
    <Container>
      <Notice code={notice} />
      <p className="mb-6"><Link href={`/moderation/${event.slug}/announcements`} prefetch={false} className="underline">{tNew("back")}</Link></p>
      <PageHeader title={t("one")} intro={formatInstant(view.createdAt, locale, event.timeZone)} />
      <ProgressCard view={view} />
      <Section title={tNew("audience")}>
        <Facts
          items={[
            { term: tNew("groups"), value: formatList(audience.groups.map((group) => tNew(`group.${group}`)), locale) },
            { term: tNew("countries"), value: audience.countries.length === 0 ? all : formatList(audience.countries.map((code) => formatCountry(code, locale)), locale) },
            { term: tNew("languages"), value: audience.locales.length === 0 ? all : formatLanguages(audience.locales, locale) },
          ]}
        />
      </Section>
      {texts.map((text) => (
        <Section key={text.locale} title={formatLanguage(text.locale, locale)}>
          <Card lang={text.locale}>
            <p className="mb-4 font-semibold">{text.subject}</p>
            <p className="break-words whitespace-pre-line">{text.body}</p>
          </Card>
        </Section>
      ))}
    </Container>
  );
}

/** How far it is. Comes anew by itself while mails wait, with JavaScript and without. */
async function ProgressCard({ view: { id, event, progress, isStopped } }: { view: AnnouncementView }) {
  const t = await getTranslations("AnnouncementsPage");
  const isOn = isUnderWay(progress);
  return (
    <Card className="space-y-4">
      {isOn ? <><RefreshPage /><noscript><meta httpEquiv="refresh" content="2" /></noscript></> : null}
      <label htmlFor="announcement-progress" className="block font-semibold">{t("progress", { done: progress.total - progress.waiting, count: progress.total })}</label>
      <progress id="announcement-progress" value={progress.total - progress.waiting} max={Math.max(1, progress.total)} className={barClass} />
      <ProgressLine progress={progress} isStopped={isStopped} />
      {isOn && !isStopped ? <ActionButton action={stopAction} fields={{ event: event.slug, id }} look="danger">{t("stop")}</ActionButton> : null}
      <p><Link href={`/moderation/${event.slug}/outbox?kind=announcement`} prefetch={false} className="underline">{t("outbox")}</Link></p>
    </Card>
  );
}
