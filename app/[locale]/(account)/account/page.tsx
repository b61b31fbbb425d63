import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActionButton } from "@/components/form/action-button";
import { Notice } from "@/components/layout/notice";
import { Card, Container, PageHeader, Section } from "@/components/ui/surface";
import { getAddress } from "@/domain/calendar/queries/load-feed";
import { getMailChoices } from "@/domain/mail/queries";
import { requirePerson } from "@/domain/result";
import { hashSecret } from "@/domain/user/commands/hash-secret";
import { listIdentities, listSessions } from "@/domain/user/queries";
import { issuerName } from "@/server/auth";
import { calendarAddress } from "@/server/calendar/address";
import { readPage } from "@/server/denial";
import { getActor, readSessionToken } from "@/server/session";
import { IssuerProblem } from "../_components/issuer-problem";
import { AccountForm } from "./_components/account-form";
import { CalendarAddress } from "./_components/calendar-address";
import { Identities } from "./_components/identities";
import { Sessions } from "./_components/sessions";
import { MailChoicesForm } from "./_components/mail-choices-form";
import { signOutAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("Account");
  return { title: t("title"), robots: { index: false } };
}

async function readAccount() {
  const person = requirePerson(await getActor());
  const [sessions, identities, address, choices] = await Promise.all([
    listSessions(person, hashSecret((await readSessionToken()) ?? "")),
    listIdentities(person),
    getAddress(person),
    getMailChoices(person),
  ]);
  return { person, sessions, identities, address, choices };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AccountPage({ searchParams }: Props) {
  const { person, sessions, identities, address, choices } = await readPage(readAccount());
  const { notice, problem } = await searchParams;
  const t = await getTranslations("Account");
  const issuer = issuerName();
  return (
    <Container>
      <Notice code={notice} />
      <IssuerProblem problem={problem} />
      <PageHeader
        title={t("title")}
        intro={t.rich("intro", { email: person.email, b: (words) => <strong className="text-ink">{words}</strong> })}
        action={<ActionButton action={signOutAction} fields={{}} size="normal">{t("signOut")}</ActionButton>}
      />
      <Card className="max-w-xl">
        <AccountForm name={person.name} locale={person.locale} />
      </Card>
      <Section id="calendar" title={t("calendar")} intro={t("calendarIntro")}>
        <CalendarAddress address={address && { id: address.id, ...calendarAddress(address.id) }} />
      </Section>
      <Section id="mails" title={t("mails")} intro={t("mailsIntro", { email: person.email })}>
        <Card className="max-w-xl"><MailChoicesForm choices={choices} /></Card>
      </Section>
      <Section title={t("sessions")} intro={t("sessionsIntro")}>
        <Sessions sessions={sessions} />
      </Section>
      {issuer ? (
        <Section title={t("identities")} intro={t("identitiesIntro", { issuer })}>
          <Identities identities={identities} issuer={issuer} />
        </Section>
      ) : null}
    </Container>
  );
}
