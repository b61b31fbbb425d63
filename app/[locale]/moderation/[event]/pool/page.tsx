import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { z } from "zod";
import { Notice } from "@/components/layout/notice";
import { buttonClass } from "@/components/ui/button";
import { Container, EmptyState, PageHeader } from "@/components/ui/surface";
import { pageSchema, slugSchema } from "@/domain/input";
import { getPool, type Pool, type PoolFilter, poolFilters } from "@/domain/schedule/queries/get-pool";
import { Link } from "@/i18n/navigation";
import { readPage } from "@/server/denial";
import { getActor } from "@/server/session";
import { PoolTable } from "./_components/pool-table";

type Props = { params: Promise<{ event: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

const querySchema = z.object({ show: z.enum(poolFilters).catch("all"), page: pageSchema });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("PoolPage"))("title") };
}

function address(slug: string, show: PoolFilter, page = 1): string {
  const query = new URLSearchParams({ ...(show === "all" ? {} : { show }), ...(page === 1 ? {} : { page: String(page) }) }).toString();
  return `/moderation/${slug}/pool${query ? `?${query}` : ""}`;
}

export default async function PoolPage({ params, searchParams }: Props) {
  const [{ event: slug }, query, locale, actor] = await Promise.all([params, searchParams, getLocale(), getActor()]);
  if (!slugSchema.safeParse(slug).success) notFound();
  const { show, page } = querySchema.parse(query);
  const pool = await readPage(getPool(actor, slug, locale, { filter: show, page }));
  const t = await getTranslations("PoolPage");
  const action = <Link href={`/moderation/${slug}/pairing`} className={buttonClass("secondary", "small")}>{t("toPairing")}</Link>;
  return (
    <Container wide>
      <Notice code={query["notice"]} />
      <PageHeader title={t("title")} intro={t("intro")} action={pool.counts.all > 0 ? action : null} />
      {pool.counts.all === 0 ? <EmptyState title={t("emptyTitle")} action={action}>{t("emptyText")}</EmptyState> : <Content pool={pool} show={show} />}
    </Container>
  );
}

async function Content({ pool, show }: { pool: Pool; show: PoolFilter }) {
  const t = await getTranslations("PoolPage");
  const { slug } = pool.event;
  return (
    <>
      <nav aria-label={t("filter")} className="mb-5 flex flex-wrap items-center gap-2">
        {poolFilters.map((each) => (
          <Link key={each} href={address(slug, each)} prefetch={false} aria-current={each === show ? "page" : undefined} className={buttonClass(each === show ? "primary" : "secondary", "small")}>
            {t(each, { count: pool.counts[each] })}
          </Link>
        ))}
        <Link href={`/moderation/${slug}/schedule`} prefetch={false} className={buttonClass("quiet", "small")}>{t("toSchedule")}</Link>
      </nav>
      {pool.meetings.length === 0 ? <p className="text-muted">{t("emptyOther")}</p> : <PoolTable pool={pool} />}
      {pool.pageCount > 1 ? <Pages pool={pool} show={show} /> : null}
    </>
  );
}

async function Pages({ pool: { event, page, pageCount }, show }: { pool: Pool; show: PoolFilter }) {
  const t = await getTranslations("PoolPage");
  const look = buttonClass("secondary", "small");
  return (
    <nav aria-label={t("pages")} className="mt-8 flex items-center justify-center gap-4">
      {page > 1 ? <Link href={address(event.slug, show, page - 1)} prefetch={false} className={look}>{t("previous")}</Link> : null}
      <span>{t("page", { page, pageCount })}</span>
      {page < pageCount ? <Link href={address(event.slug, show, page + 1)} prefetch={false} className={look}>{t("next")}</Link> : null}
    </nav>
  );
}
