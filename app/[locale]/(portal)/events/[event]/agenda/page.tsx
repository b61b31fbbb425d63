import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { z } from "zod";
import { EventNav } from "@/components/event/event-nav";
import { ReaderTime } from "@/components/event/reader-time";
import { Notice } from "@/components/layout/notice";
import { buttonClass } from "@/components/ui/button";
import { Container, EmptyState, PageHeader, Section } from "@/components/ui/surface";
import { isCancelled } from "@/domain/event/rules";
import { type Locale, slugSchema } from "@/domain/input";
import { NotFound } from "@/domain/result";
import { getAgenda } from "@/domain/schedule/queries/get-agenda";
import { type Agenda, type AgendaScope, agendaScopes } from "@/domain/schedule/schema";
import { formatDay, formatZone } from "@/i18n/format";
import { Link } from "@/i18n/navigation";
import { readPage } from "@/server/denial";
import { getActor } from "@/server/session";
import { Changes } from "./_components/changes";
import { Day } from "./_components/day";
import { MeetingCard } from "./_components/meeting-card";
import { OfflineNote } from "./_components/offline-note";
import { Status } from "./_components/status";
import { Today } from "./_components/today";
import { Tools } from "./_components/tools";

type Props = {
  params: Promise<{ event: string }>;
  searchParams: Promise<{ scope?: string | string[]; notice?: string | string[] }>;
};

const scopeSchema = z.enum(agendaScopes).catch("mine");

const read = cache(async (slug: string, scope: AgendaScope, locale: Locale) => {
  const work = slugSchema.safeParse(slug).success
    ? getAgenda(await getActor(), slug, scope, locale)
    : Promise.reject(new NotFound("no event has such an address"));
  return readPage(work);
});

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ event: slug }, { scope }] = await Promise.all([params, searchParams]);
  const { event } = await read(slug, scopeSchema.parse(scope), await getLocale());
  const t = await getTranslations("AgendaPage");
  return { title: t("title", { event: event.title }) };
}

export default async function AgendaPage({ params, searchParams }: Props) {
  const [{ event: slug }, { scope, notice }, locale] = await Promise.all([params, searchParams, getLocale()]);
  const agenda = await read(slug, scopeSchema.parse(scope), locale);
  const { event } = agenda;
  const t = await getTranslations("AgendaPage");
  const zone = t("zone", { day: formatDay(event.startsAt, locale, event.timeZone), zone: formatZone(event.startsAt, locale, event.timeZone) });
  const intro = (
    <>
      {zone}
      <ReaderTime startsAt={event.startsAt} endsAt={event.endsAt} timeZone={event.timeZone} label={t("readerZone")} />
    </>
  );
  if (isCancelled(event)) {
    return (
      <Container>
        <EventNav event={event} current="agenda" />
        <PageHeader title={t(agenda.scope === "mine" ? "heading" : "headingOrganisation")} />
      </Container>
    );
  }
  return (
    <Container>
      <EventNav event={event} current="agenda" />
      <Notice code={notice} />
      <OfflineNote event={event} />
      <PageHeader title={t(agenda.scope === "mine" ? "heading" : "headingOrganisation")} intro={intro} />
      <Today agenda={agenda} />
      <Tools agenda={agenda} />
      <div className="mb-8 space-y-4">
        <Status agenda={agenda} />
        <Changes agenda={agenda} />
      </div>
      {agenda.version ? <Day agenda={agenda} /> : null}
      <Waiting agenda={agenda} />
    </Container>
  );
}

async function Waiting({ agenda }: { agenda: Agenda }) {
  const t = await getTranslations("AgendaPage");
  const { waiting, version, event } = agenda;
  if (waiting.length > 0) {
    return (
      <Section title={t(version ? "waitingAfter" : "waitingBefore")} intro={version ? t("waitingAfterText") : null}>
        <ul className="grid gap-4 lg:grid-cols-2">
          {waiting.map((meeting) => <li key={meeting.id} className="min-w-0"><MeetingCard meeting={meeting} agenda={agenda} /></li>)}
        </ul>
      </Section>
    );
  }
  if (agenda.rows.some(({ meetings }) => meetings.length > 0)) return null;
  const action = <Link href={`/events/${event.slug}/partners`} className={buttonClass()}>{t("emptyAction")}</Link>;
  return <div className="mt-8"><EmptyState title={t("emptyTitle")} action={action}>{t("emptyText")}</EmptyState></div>;
}
