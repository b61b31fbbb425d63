import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Notice } from "@/components/layout/notice";
import { OutboxView } from "@/components/outbox/outbox-view";
import { Container, PageHeader } from "@/components/ui/surface";
import { listMails } from "@/domain/outbox/queries/list-mails";
import { outboxFiltersSchema } from "@/domain/outbox/schema";
import { readPage } from "@/server/denial";
import { getActor } from "@/server/session";
import { resendAction, resendDeadAction } from "./actions";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("Outbox"))("title") };
}

/** The mails of the programmes that the reader organises. */
export default async function OutboxPage({ searchParams }: Props) {
  const query = await searchParams;
  const filters = outboxFiltersSchema.parse(query);
  const t = await getTranslations("Outbox");
  const outbox = await readPage(listMails(await getActor(), {}, filters, await getLocale()));
  return (
    <Container wide>
      <Notice code={query["notice"]} />
      <PageHeader title={t("title")} intro={t("intro")} />
      <OutboxView outbox={outbox} filters={filters} resend={resendAction} resendDead={resendDeadAction} />
    </Container>
  );
}
