import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { z } from "zod";
import { Notice } from "@/components/layout/notice";
import { Container, PageHeader } from "@/components/ui/surface";
import { idSchema, slugSchema } from "@/domain/input";
import { getInterpreting } from "@/domain/schedule/queries/get-interpreting";
import { readPage } from "@/server/denial";
import { getActor } from "@/server/session";
import { ListPart } from "./_components/list-part";
import { NeedsPart } from "./_components/needs-part";
import { PlanPart } from "./_components/plan-part";
import { PresencePart } from "./_components/presence-part";

type Props = { params: Promise<{ event: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

const querySchema = z.object({ toggle: idSchema.optional().catch(undefined) });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("InterpretersPage"))("title") };
}

export default async function InterpretersPage({ params, searchParams }: Props) {
  const [{ event: slug }, query, locale, actor] = await Promise.all([params, searchParams, getLocale(), getActor()]);
  if (!slugSchema.safeParse(slug).success) notFound();
  const view = await readPage(getInterpreting(actor, slug, locale, querySchema.parse(query).toggle));
  const t = await getTranslations("InterpretersPage");
  return (
    <Container wide>
      <Notice code={query["notice"]} />
      <PageHeader title={t("title")} intro={t("intro")} />
      {view.preview ? <PresencePart view={view} preview={view.preview} /> : null}
      <NeedsPart view={view} />
      <PlanPart view={view} />
      <ListPart view={view} />
    </Container>
  );
}
