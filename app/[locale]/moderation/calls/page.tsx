import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ActionButton } from "@/components/form/action-button";
import { Notice } from "@/components/layout/notice";
import { UserText } from "@/components/organisation/user-text";
import { Badge } from "@/components/ui/badge";
import { Card, Container, EmptyState, PageHeader } from "@/components/ui/surface";
import { listReported } from "@/domain/call/queries/list-calls";
import type { ReportedCall } from "@/domain/call/schema";
import { formatDay, formatInstant } from "@/i18n/format";
import { Link } from "@/i18n/navigation";
import { readPage } from "@/server/denial";
import { getHomeProgramme } from "@/server/programme";
import { getActor } from "@/server/session";
import { hideAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("CallModeration"))("title") };
}

type Props = { searchParams: Promise<{ notice?: string | string[] }> };

export default async function CallModerationPage({ searchParams }: Props) {
  const [t, actor, programme] = await Promise.all([getTranslations("CallModeration"), getActor(), getHomeProgramme()]);
  const calls = await readPage(listReported(actor, programme.id));
  return (
    <Container wide>
      <Notice code={(await searchParams).notice} />
      <PageHeader title={t("title")} intro={t("intro")} />
      {calls.length === 0 ? <EmptyState title={t("none")} /> : (
        <ul className="space-y-4">{calls.map((call) => <li key={call.id}><ModeratedCall call={call} timeZone={programme.timeZone} /></li>)}</ul>
      )}
    </Container>
  );
}

async function ModeratedCall({ call, timeZone }: { call: ReportedCall; timeZone: string }) {
  const [t, locale] = await Promise.all([getTranslations("CallModeration"), getLocale()]);
  const { name } = call.organisation;
  return (
    <Card className="space-y-3">
      <div className="flex flex-wrap items-center gap-2">
        <h2 className="mr-auto text-xl font-bold wrap-anywhere"><Link href={`/organisations/${call.organisation.slug}`} prefetch={false} className="underline">{name}</Link></h2>
        {call.reports.length > 0 ? <Badge tone="warning">{t("reported", { count: call.reports.length })}</Badge> : null}
        {call.isHidden ? <Badge tone="danger">{t("hidden")}</Badge> : null}
      </div>
      <p className="max-w-prose whitespace-pre-line wrap-anywhere"><UserText text={call.text} locale={call.locale} /></p>
      <p className="text-muted">{t("until", { day: formatDay(call.closesAt, locale, timeZone) })}</p>
      {call.reports.length > 0 ? (
        <ul className="space-y-2 border-l-4 border-line pl-4">
          {call.reports.map((report) => (
            <li key={report.reporter}>
              <p className="text-sm text-muted">{t("reportBy", { name: report.reporter, when: formatInstant(report.createdAt, locale, timeZone) })}</p>
              <p className="max-w-prose whitespace-pre-line wrap-anywhere">{report.text}</p>
            </li>
          ))}
        </ul>
      ) : null}
      <ActionButton action={hideAction} fields={{ call: call.id, hidden: call.isHidden ? "no" : "yes" }} look={call.isHidden ? "secondary" : "danger"} label={t(call.isHidden ? "showLabel" : "hideLabel", { name })}>
        {t(call.isHidden ? "show" : "hide")}
      </ActionButton>
    </Card>
  );
}
