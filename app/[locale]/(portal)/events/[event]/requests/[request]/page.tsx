import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { cache } from "react";
import { EventNav } from "@/components/event/event-nav";
import { Notice } from "@/components/layout/notice";
import { HistoryList } from "@/components/request/history-list";
import { RequestBadge } from "@/components/request/request-badge";
import { SafetyPanel } from "@/components/request/safety-panel";
import { Card, Container, PageHeader } from "@/components/ui/surface";
import { getRequest } from "@/domain/request/queries/get-request";
import { requestKeySchema } from "@/domain/request/schema";
import { Link } from "@/i18n/navigation";
import { readPage } from "@/server/denial";
import { getActor } from "@/server/session";
import { blockAction, reportAction, unblockAction } from "../actions";
import { NextStep } from "./_components/next-step";
import { RequestWords } from "./_components/request-words";

type Props = { params: Promise<{ event: string; request: string }>; searchParams: Promise<{ notice?: string | string[] }> };

// Title and page read the same rows once.
const readRequest = cache(async (event: string, id: string) => {
  const key = requestKeySchema.safeParse({ event, id });
  if (!key.success) notFound();
  return readPage(getRequest(await getActor(), key.data, await getLocale()));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { event, request: id } = await params;
  const { side, partner: { name } } = await readRequest(event, id);
  const t = await getTranslations("RequestPage");
  return { title: side === "requester" ? t("titleSent", { name }) : t("titleReceived", { name }) };
}

export default async function RequestPage({ params, searchParams }: Props) {
  const { event: slug, request: id } = await params;
  const request = await readRequest(slug, id);
  const { event, side, partner } = request;
  const t = await getTranslations("RequestPage");
  const { name } = partner;
  return (
    <Container>
      <EventNav event={event} current="requests" />
      <Notice code={(await searchParams).notice} />
      <p className="mb-4"><Link href={`/events/${slug}/requests`} className="inline-flex min-h-8 items-center underline">{t("back")}</Link></p>
      <PageHeader title={side === "requester" ? t("titleSent", { name }) : t("titleReceived", { name })} eyebrow={<RequestBadge request={request} />} />
      <div className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
        <div className="min-w-0 space-y-6">
          <RequestWords request={request} />
          <NextStep request={request} />
        </div>
        <Card>
          <h2 className="mb-4 text-xl font-bold">{t("history")}</h2>
          <HistoryList history={request.history} partner={name} timeZone={event.timeZone} />
        </Card>
      </div>
      <div className="mt-10">
        <SafetyPanel
          event={slug}
          partner={partner}
          isBlocked={request.isBlockedByUs}
          reportKey={randomUUID()}
          actions={{ block: blockAction, unblock: unblockAction, report: reportAction }}
        />
      </div>
    </Container>
  );
}
