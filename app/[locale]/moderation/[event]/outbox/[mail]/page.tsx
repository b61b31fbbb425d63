import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { MailView } from "@/components/outbox/mail-view";
import { Container, PageHeader } from "@/components/ui/surface";
import { idSchema, slugSchema } from "@/domain/input";
import { getMail } from "@/domain/outbox/queries/get-mail";
import { readPage } from "@/server/denial";
import { env } from "@/server/env";
import { renderMail } from "@/server/mail/render";
import { getActor } from "@/server/session";
import { resendAction } from "../../../outbox/actions";

type Props = { params: Promise<{ event: string; mail: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("Outbox");
  return { title: t("mailTitle") };
}

/** One mail of an event, for its staff. */
export default async function EventMailPage({ params }: Props) {
  const { event, mail: id } = await params;
  if (!slugSchema.safeParse(event).success || !idSchema.safeParse(id).success) notFound();
  const t = await getTranslations("MailKinds");
  const { entry, content, calendar } = await readPage(getMail(await getActor(), { event, id }, await getLocale()));
  const words = content && { locale: content.locale, ...renderMail(content, env().APP_URL, { entry: calendar }) };
  return (
    <Container>
      <PageHeader title={t(entry.kind)} />
      <MailView entry={entry} event={event} words={words} resend={resendAction} />
    </Container>
  );
}
