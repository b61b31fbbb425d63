import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Notice } from "@/components/layout/notice";
import { buttonClass } from "@/components/ui/button";
import { Container, EmptyState, PageHeader, Section } from "@/components/ui/surface";
import { getDesk } from "@/domain/desk/queries";
import { Link } from "@/i18n/navigation";
import { readPage } from "@/server/denial";
import { getHomeProgramme } from "@/server/programme";
import { getActor } from "@/server/session";
import { DutiesCard } from "./_components/duties-card";
import { EventPanel } from "./_components/event-panel";
import { OrganisationPanel } from "./_components/organisation-panel";
import { StepCard } from "./_components/step-card";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("Desk");
  return { title: t("title"), robots: { index: false } };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function DeskPage({ searchParams }: Props) {
  const [t, locale, actor, programme] = await Promise.all([getTranslations("Desk"), getLocale(), getActor(), getHomeProgramme()]);
  const { organisations, events, duties, step } = await readPage(getDesk(actor, programme, locale));
  const name = actor.kind === "person" ? actor.name : null;
  return (
    <Container>
      <Notice code={(await searchParams)["notice"]} />
      <PageHeader
        title={name ? t("greeting", { name }) : t("greetingNobody")}
        action={<Link href="/account" className={buttonClass("secondary", "small")}>{t("account")}</Link>}
      />
      <StepCard step={step} events={events} organisations={organisations} contactEmail={programme.contactEmail} />
      {duties ? <DutiesCard duties={duties} /> : null}
      <Section title={t("organisations")} id="organisations">
        {organisations.length === 0 ? <EmptyState title={t("noOrganisation")} /> : null}
        <ul className="grid gap-4 md:grid-cols-2">
          {organisations.map((organisation) => <li key={organisation.membershipId}><OrganisationPanel organisation={organisation} /></li>)}
        </ul>
        <p className="mt-4 flex flex-wrap gap-2">
          <Link href="/organisations/new" className={buttonClass("quiet", "small")}>{t("addOrganisation")}</Link>
          <Link href="/cooperations" className={buttonClass("quiet", "small")}>{t("cooperations")}</Link>
          <Link href="/calls" className={buttonClass("quiet", "small")}>{t("calls")}</Link>
        </p>
      </Section>
      <Section title={t("events")}>
        {events.length === 0 ? <EmptyState title={t("noEvents")} /> : null}
        <ul className="space-y-4">
          {events.map((event) => <li key={event.id}><EventPanel event={event} /></li>)}
        </ul>
      </Section>
    </Container>
  );
}
