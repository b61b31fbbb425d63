import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/layout/notice";
import { buttonClass } from "@/components/ui/button";
import { Container, EmptyState, PageHeader } from "@/components/ui/surface";
import { listCooperations } from "@/domain/cooperation/queries";
import { Link } from "@/i18n/navigation";
import { readPage } from "@/server/denial";
import { getHomeProgramme } from "@/server/programme";
import { getActor } from "@/server/session";
import { CooperationCard } from "./_components/cooperation-card";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("CooperationsPage");
  return { title: t("title"), robots: { index: false } };
}

type Props = { searchParams: Promise<{ notice?: string | string[] }> };

export default async function CooperationsPage({ searchParams }: Props) {
  const [t, actor, programme] = await Promise.all([getTranslations("CooperationsPage"), getActor(), getHomeProgramme()]);
  const cooperations = await readPage(listCooperations(actor, programme.id));
  const add = <Link href="/cooperations/new" className={buttonClass(cooperations.length === 0 ? "primary" : "secondary")}>{t("add")}</Link>;
  return (
    <Container>
      <Notice code={(await searchParams).notice} />
      <PageHeader title={t("title")} intro={t("intro")} />
      {cooperations.length === 0 ? <EmptyState title={t("emptyTitle")} action={add}>{t("emptyText")}</EmptyState> : (
        <>
          <ul className="mb-6 space-y-4">
            {cooperations.map((one) => <li key={one.id}><CooperationCard cooperation={one} timeZone={programme.timeZone} /></li>)}
          </ul>
          {add}
        </>
      )}
    </Container>
  );
}
