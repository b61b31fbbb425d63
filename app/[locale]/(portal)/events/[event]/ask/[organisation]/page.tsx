import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { cache } from "react";
import { EventNav } from "@/components/event/event-nav";
import { OrganisationCard } from "@/components/organisation/organisation-card";
import { Container, PageHeader } from "@/components/ui/surface";
import { prepareRequest } from "@/domain/request/queries/prepare-request";
import { safetyKeySchema } from "@/domain/safety/schema";
import { readPage } from "@/server/denial";
import { getActor } from "@/server/session";
import { AskForm } from "./_components/ask-form";
import { AskObstacle } from "./_components/ask-obstacle";

type Props = { params: Promise<{ event: string; organisation: string }>; searchParams: Promise<{ about?: string | string[] }> };

// Title and page read the same rows once.
const readAsk = cache(async (event: string, organisation: string) => {
  const key = safetyKeySchema.safeParse({ event, organisation });
  if (!key.success) notFound();
  const actor = await getActor();
  return { actor, view: await readPage(prepareRequest(actor, key.data, await getLocale())) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { event, organisation } = await params;
  const { view } = await readAsk(event, organisation);
  return { title: (await getTranslations("AskPage"))("title", { name: view.partner.name }) };
}

export default async function AskPage({ params, searchParams }: Props) {
  const { event, organisation } = await params;
  const { actor, view } = await readAsk(event, organisation);
  const { about } = await searchParams;
  const t = await getTranslations("AskPage");
  const { partner, own } = view;
  return (
    <Container>
      <EventNav event={view.event} current="partners" />
      <PageHeader title={t("title", { name: partner.name })} intro={t("intro")} />
      <div className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
        <div className="min-w-0 lg:order-last lg:sticky lg:top-6">
          <OrganisationCard
            organisation={partner}
            href={`/events/${event}/partners/${partner.slug}`}
            isAcrossBorder={partner.country !== own.country}
          />
        </div>
        <div className="min-w-0">
          <AskObstacle view={view}>
            <AskForm view={view} about={typeof about === "string" ? about : null} user={actor.kind === "person" ? actor.userId : ""} />
          </AskObstacle>
        </div>
      </div>
    </Container>
  );
}
