import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { MailView } from "@/components/outbox/mail-view";
import { Container, PageHeader } from "@/components/ui/surface";
import { idSchema } from "@/domain/input";
import { getMail } from "@/domain/outbox/queries/get-mail";
import { readPage } from "@/server/denial";
import { env } from "@/server/env";
import { renderMail } from "@/server/mail/render";
import { getActor } from "@/server/session";
import { resendAction } from "../actions";

type Props = { params: Promise<{ mail: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("Outbox");
  return { title: t("mailTitle") };
}

/** One mail of a programme that the reader organises. */
export default async function MailPage({ params }: Props) {
  const { mail: id } = await params;
  if (!idSchema.safeParse(id).success) notFound();
  const t = await getTranslations("MailKinds");
  const { entry, content, calendar } = await readPage(getMail(await getActor(), { id }, await getLocale()));
  const words = content && { locale: content.locale, ...renderMail(content, env().APP_URL, { entry: calendar }) };
  return (
    <Container>
      <PageHeader title={t(entry.kind)} />
      <MailView entry={entry} words={words} resend={resendAction} />
    </Container>
  );
}
