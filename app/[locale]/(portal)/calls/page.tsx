import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/layout/notice";
import { buttonClass } from "@/components/ui/button";
import { Container, EmptyState, PageHeader, Section } from "@/components/ui/surface";
import { listCalls } from "@/domain/call/queries/list-calls";
import type { CallSummary } from "@/domain/call/schema";
import { Link } from "@/i18n/navigation";
import { readPage } from "@/server/denial";
import { getHomeProgramme } from "@/server/programme";
import { getActor } from "@/server/session";
import { CallCard } from "./_components/call-card";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("CallsPage");
  return { title: t("title"), robots: { index: false } };
}

type Props = { searchParams: Promise<{ notice?: string | string[] }> };

export default async function CallsPage({ searchParams }: Props) {
  const [t, actor, programme] = await Promise.all([getTranslations("CallsPage"), getActor(), getHomeProgramme()]);
  const { own, others } = await readPage(listCalls(actor, programme.id));
  return (
    <Container>
      <Notice code={(await searchParams).notice} />
      <PageHeader title={t("title")} intro={t("intro")} action={<Link href="/calls/new" className={buttonClass()}>{t("post")}</Link>} />
      {own.length > 0 ? <Section title={t("own")}><CallList calls={own} timeZone={programme.timeZone} /></Section> : null}
      <Section title={t("others")}>
        {others.length === 0 ? <EmptyState title={t("emptyTitle")}>{t("emptyText")}</EmptyState> : <CallList calls={others} timeZone={programme.timeZone} />}
      </Section>
    </Container>
  );
}

function CallList({ calls, timeZone }: { calls: readonly CallSummary[]; timeZone: string }) {
  return <ul className="space-y-4">{calls.map((call) => <li key={call.id}><CallCard call={call} timeZone={timeZone} /></li>)}</ul>;
}
