import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { EventNav } from "@/components/event/event-nav";
import { Notice } from "@/components/layout/notice";
import { LoadNotice } from "@/components/request/load-notice";
import { PastList } from "@/components/request/past-list";
import { QuotaLine } from "@/components/request/quota-line";
import { buttonClass } from "@/components/ui/button";
import { Container, EmptyState, PageHeader } from "@/components/ui/surface";
import { slugSchema } from "@/domain/input";
import { listInbox } from "@/domain/request/queries/list-inbox";
import { Link } from "@/i18n/navigation";
import { readPage } from "@/server/denial";
import { getActor } from "@/server/session";
import { AgreedGroup, AnswerGroup, WaitingGroup } from "./_components/groups";
import { GroupLinks } from "./_components/group-links";
import { InboxSection } from "./_components/inbox-section";

type Props = { params: Promise<{ event: string }>; searchParams: Promise<{ notice?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("Inbox");
  return { title: t("title") };
}

export default async function RequestsPage({ params, searchParams }: Props) {
  const [{ event: slug }, { notice }, locale, t] = await Promise.all([params, searchParams, getLocale(), getTranslations("Inbox")]);
  if (!slugSchema.safeParse(slug).success) notFound();
  const inbox = await readPage(listInbox(await getActor(), slug, locale));
  const { event, answer, waiting, agreed, past, cancelledPairings } = inbox;
  const counts = { answer: answer.length, waiting: waiting.length, agreed: agreed.length, past: past.length + cancelledPairings.length };
  const partners = <Link href={`/events/${slug}/partners`} className={buttonClass()}>{t("findPartners")}</Link>;
  const isEmpty = Object.values(counts).every((count) => count === 0);
  return (
    <Container>
      <EventNav event={event} current="requests" />
      <Notice code={notice} />
      <PageHeader title={t("title")} intro={t("intro")} action={isEmpty ? null : partners} />
      {isEmpty ? (
        <EmptyState title={t("emptyTitle")} action={partners}>{t("emptyText")}</EmptyState>
      ) : (
        <>
          <GroupLinks counts={counts} />
          <InboxSection group="answer" count={counts.answer} intro={<LoadNotice load={inbox.load} />}>
            <AnswerGroup requests={answer} event={event} />
          </InboxSection>
          <InboxSection group="waiting" count={counts.waiting} intro={<QuotaLine quota={inbox.quota} />}>
            <WaitingGroup requests={waiting} event={event} />
          </InboxSection>
          <InboxSection group="agreed" count={counts.agreed}>
            <AgreedGroup meetings={agreed} event={event} />
          </InboxSection>
          {counts.past > 0 ? (
            <InboxSection group="past" count={counts.past}>
              <PastList requests={past} pairings={cancelledPairings} event={event} />
            </InboxSection>
          ) : null}
        </>
      )}
    </Container>
  );
}
