import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { Notice } from "@/components/layout/notice";
import { OutboxView } from "@/components/outbox/outbox-view";
import { Container, PageHeader } from "@/components/ui/surface";
import { slugSchema } from "@/domain/input";
import { listMails } from "@/domain/outbox/queries/list-mails";
import { outboxFiltersSchema } from "@/domain/outbox/schema";
import { readPage } from "@/server/denial";
import { getActor } from "@/server/session";
import { resendAction, resendDeadAction } from "../../outbox/actions";

type Props = { params: Promise<{ event: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("Outbox"))("eventTitle") };
}

/** The mails of one event, for its staff. */
export default async function EventOutboxPage({ params, searchParams }: Props) {
  const { event } = await params;
  if (!slugSchema.safeParse(event).success) notFound();
  const query = await searchParams;
  const filters = outboxFiltersSchema.parse(query);
  const t = await getTranslations("Outbox");
  const outbox = await readPage(listMails(await getActor(), { event }, filters, await getLocale()));
  return (
    <Container wide>
      <Notice code={query["notice"]} />
      <PageHeader title={t("eventTitle")} intro={t("eventIntro")} />
      <OutboxView event={event} outbox={outbox} filters={filters} resend={resendAction} resendDead={resendDeadAction} />
    </Container>
  );
}
