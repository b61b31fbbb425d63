import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Container, PageHeader } from "@/components/ui/surface";
import { prepareCooperation } from "@/domain/cooperation/queries";
import { idSchema } from "@/domain/input";
import { readPage } from "@/server/denial";
import { getHomeProgramme } from "@/server/programme";
import { getActor } from "@/server/session";
import { CooperationForm } from "./_components/cooperation-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("CooperationNew");
  return { title: t("title"), robots: { index: false } };
}

type Props = { searchParams: Promise<{ meeting?: string | string[] }> };

export default async function NewCooperationPage({ searchParams }: Props) {
  const [t, actor, programme] = await Promise.all([getTranslations("CooperationNew"), getActor(), getHomeProgramme()]);
  const meeting = idSchema.safeParse((await searchParams).meeting).data;
  const draft = await readPage(prepareCooperation(actor, programme.id, meeting));
  return (
    <Container>
      <PageHeader title={t("title")} intro={t("intro")} />
      <CooperationForm draft={draft} meeting={meeting} formKey={randomUUID()} />
    </Container>
  );
}
