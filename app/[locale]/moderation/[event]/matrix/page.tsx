import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { Container, EmptyState, PageHeader } from "@/components/ui/surface";
import { slugSchema } from "@/domain/input";
import { getMatrix } from "@/domain/pairing/queries/get-matrix";
import { parseMatrix } from "@/domain/pairing/schema";
import { readPage } from "@/server/denial";
import { getActor } from "@/server/session";
import { FilterForm } from "./_components/filter-form";
import { MatrixTable } from "./_components/matrix-table";
import { WindowNav } from "./_components/window-nav";

type Props = { params: Promise<{ event: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("MatrixPage"))("title") };
}

export default async function MatrixPage({ params, searchParams }: Props) {
  const [{ event: slug }, query, locale, actor, t] = await Promise.all([params, searchParams, getLocale(), getActor(), getTranslations("MatrixPage")]);
  if (!slugSchema.safeParse(slug).success) notFound();
  const view = parseMatrix(query);
  const matrix = await readPage(getMatrix(actor, slug, locale, view));
  return (
    <Container wide>
      <PageHeader title={t("title")} intro={t("intro")} />
      {matrix.countries.length < 2 ? <EmptyState title={t("few")} /> : (
        <>
          <FilterForm matrix={matrix} view={view} />
          {matrix.rows.length === 0 ? <EmptyState title={t("none")} /> : (
            <>
              <p className="mb-3 text-muted">{t("keys")}</p>
              <MatrixTable matrix={matrix} />
              <WindowNav matrix={matrix} view={view} />
            </>
          )}
        </>
      )}
    </Container>
  );
}
