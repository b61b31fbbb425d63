import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { EventNav } from "@/components/event/event-nav";
import { Notice } from "@/components/layout/notice";
import { buttonClass } from "@/components/ui/button";
import { Container, EmptyState, PageHeader } from "@/components/ui/surface";
import { type Locale, slugSchema } from "@/domain/input";
import { listHeld } from "@/domain/outcome/queries/list-held";
import { NotFound } from "@/domain/result";
import { Link } from "@/i18n/navigation";
import { readPage } from "@/server/denial";
import { getActor } from "@/server/session";
import { HeldCard } from "./_components/held-card";

type Props = { params: Promise<{ event: string }>; searchParams: Promise<{ notice?: string | string[] }> };

const read = cache(async (slug: string, locale: Locale) =>
  readPage(slugSchema.safeParse(slug).success ? listHeld(await getActor(), slug, locale) : Promise.reject(new NotFound("no event has such an address"))));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { event } = await read((await params).event, await getLocale());
  const t = await getTranslations("OutcomesPage");
  return { title: t("title", { event: event.title }), robots: { index: false } };
}

export default async function OutcomesPage({ params, searchParams }: Props) {
  const [{ event: slug }, { notice }, locale, t] = await Promise.all([params, searchParams, getLocale(), getTranslations("OutcomesPage")]);
  const { event, meetings, details } = await read(slug, locale);
  const agenda = <Link href={`/events/${event.slug}/agenda`} className={buttonClass()}>{t("toAgenda")}</Link>;
  return (
    <Container>
      <EventNav event={event} current="outcomes" />
      <Notice code={notice} />
      <PageHeader title={t("heading")} intro={t("intro")} />
      {meetings.length === 0 ? <EmptyState title={t("emptyTitle")} action={agenda}>{t("emptyText")}</EmptyState> : (
        <ul className="space-y-6">
          {meetings.map((meeting) => <li key={meeting.id}><HeldCard meeting={meeting} event={event} details={details} /></li>)}
        </ul>
      )}
    </Container>
  );
}
