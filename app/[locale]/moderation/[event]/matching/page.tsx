import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { FitView } from "@/components/fit/fit-view";
import { Container, PageHeader } from "@/components/ui/surface";
import { readEventFit } from "@/domain/fit/queries/read-fit";
import { parseFit } from "@/domain/fit/schema";
import { slugSchema } from "@/domain/input";
import { readPage } from "@/server/denial";
import { getActor } from "@/server/session";

type Props = { params: Promise<{ event: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("FitPage"))("title") };
}

export default async function EventMatchingPage({ params, searchParams }: Props) {
  const [{ event: slug }, query, locale, actor, t] = await Promise.all([params, searchParams, getLocale(), getActor(), getTranslations("FitPage")]);
  if (!slugSchema.safeParse(slug).success) notFound();
  const filters = parseFit(query);
  const { event, timeZone, data } = await readPage(readEventFit(actor, slug, filters, locale));
  return (
    <Container wide>
      <PageHeader title={t("title")} intro={t("intro")} />
      <FitView spot={{ path: `/moderation/${event.slug}/matching`, programme: undefined }} filters={filters} data={data} timeZone={timeZone} />
    </Container>
  );
}
