import { getLocale, getTranslations } from "next-intl/server";
import { EventTime } from "@/components/event/event-summary";
import { FormStateBadge } from "@/components/event/form-state-badge";
import { Notice } from "@/components/layout/notice";
import { buttonClass } from "@/components/ui/button";
import { Card, Container, EmptyState, PageHeader, Section } from "@/components/ui/surface";
import { staffProgrammeIds } from "@/domain/admission/access";
import { countAdmissions } from "@/domain/admission/queries";
import { listModeratedEvents } from "@/domain/event/queries";
import type { EventSummary } from "@/domain/event/schema";
import { listReadable } from "@/domain/evidence/queries";
import { countPendingRegistrations } from "@/domain/registration/queries/count-pending";
import { Link } from "@/i18n/navigation";
import { readPage } from "@/server/denial";
import { getActor } from "@/server/session";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  const t = await getTranslations("Moderation");
  return { title: t("title") };
}

export default async function ModerationPage({ searchParams }: Props) {
  const [t, locale, actor] = [await getTranslations("Moderation"), await getLocale(), await getActor()];
  const [events, pending, admissions, evidence] = await readPage(
    Promise.all([listModeratedEvents(actor, locale), countPendingRegistrations(actor), countAdmissions(actor), listReadable(actor, locale)]),
  );
  return (
    <Container wide>
      <Notice code={(await searchParams)["notice"]} />
      <PageHeader title={t("title")} intro={t("intro")} />
      {staffProgrammeIds(actor).length > 0 ? <OrganisationQueue pending={admissions.pending} returned={admissions.returned} /> : null}
      {evidence.length > 0 ? <p className="mb-6"><Link href="/moderation/evidence" prefetch={false} className="font-semibold underline">{t("evidence")}</Link></p> : null}
      <Section title={t("events")}>
        {events.length === 0 ? <EmptyState title={t("noEvents")} /> : null}
        <ul className="grid gap-4 md:grid-cols-2">
          {events.map((event) => <li key={event.id}><EventPanel event={event} pending={pending.get(event.id) ?? 0} /></li>)}
        </ul>
      </Section>
    </Container>
  );
}

async function OrganisationQueue({ pending, returned }: { pending: number; returned: number }) {
  const t = await getTranslations("Moderation");
  return (
    <Section title={t("queues")}>
      <Card className="flex flex-wrap items-center justify-between gap-4">
        <div>
          <p className="text-lg font-semibold">{t("organisationsWaiting", { count: pending })}</p>
          <p className="text-muted">{t("organisationsReturned", { count: returned })}</p>
        </div>
        <Link href="/moderation/organisations" className={buttonClass(pending > 0 ? "primary" : "secondary")}>{t("decideOrganisations")}</Link>
      </Card>
    </Section>
  );
}

async function EventPanel({ event, pending }: { event: EventSummary; pending: number }) {
  const t = await getTranslations("Moderation");
  const waiting = t("registrationsWaiting", { count: pending });
  return (
    <Card className="flex h-full flex-col gap-3">
      <h3 className="text-xl font-bold" lang={event.textLocale}>{event.title}</h3>
      <EventTime event={event} />
      <div><FormStateBadge state={event.form} /></div>
      <p>{pending > 0 ? <Link href={`/moderation/${event.slug}/registrations`} className="font-semibold underline">{waiting}</Link> : waiting}</p>
      <div className="mt-auto">
        <Link href={`/moderation/${event.slug}`} aria-label={t("openLabel", { title: event.title })} className={buttonClass("secondary", "small")}>{t("open")}</Link>
      </div>
    </Card>
  );
}
