import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/layout/notice";
import { buttonClass } from "@/components/ui/button";
import { Container, EmptyState, PageHeader } from "@/components/ui/surface";
import { listSearches } from "@/domain/search/queries";
import { mostSearches } from "@/domain/search/schema";
import { Link } from "@/i18n/navigation";
import { readPage } from "@/server/denial";
import { getHomeProgramme } from "@/server/programme";
import { getActor } from "@/server/session";
import { SearchCard } from "./_components/search-card";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("SavedSearches");
  return { title: t("title"), robots: { index: false } };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SearchesPage({ searchParams }: Props) {
  const [t, actor, programme] = await Promise.all([getTranslations("SavedSearches"), getActor(), getHomeProgramme()]);
  const searches = await readPage(listSearches(actor, programme.id));
  const search = <Link href="/partners" className={buttonClass(searches.length === 0 ? "primary" : "secondary")}>{t("search")}</Link>;
  return (
    <Container>
      <Notice code={(await searchParams)["notice"]} />
      <PageHeader title={t("title")} intro={t("intro", { most: mostSearches })} />
      {searches.length === 0 ? <EmptyState title={t("emptyTitle")} action={search}>{t("emptyText")}</EmptyState> : (
        <>
          <ul className="mb-6 space-y-4">
            {searches.map((saved) => <li key={saved.id}><SearchCard saved={saved} /></li>)}
          </ul>
          {search}
        </>
      )}
    </Container>
  );
}
