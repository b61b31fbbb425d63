import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { EventCancelled } from "@/components/event/event-cancelled";
import { EventNav } from "@/components/event/event-nav";
import { EventFacts } from "@/components/event/event-summary";
import { Notice } from "@/components/layout/notice";
import { classes } from "@/components/ui/classes";
import { Card, Container, PageHeader } from "@/components/ui/surface";
import type { Actor } from "@/domain/actor";
import { getPublicEvent } from "@/domain/event/queries";
import type { PublicEvent } from "@/domain/event/schema";
import { type Locale, slugSchema } from "@/domain/input";
import { NotFound } from "@/domain/result";
import { getRegistrationView } from "@/domain/registration/queries/get-registration";
import type { RegistrationView } from "@/domain/registration/schema";
import { readPage } from "@/server/denial";
import { getActor } from "@/server/session";
import { OwnPart } from "./_components/own-part";
import { VisitorPart } from "./_components/visitor-part";

type Props = { params: Promise<{ event: string }>; searchParams: Promise<{ notice?: string | string[] }> };

const readEvent = cache((slug: string, locale: Locale) =>
  readPage(slugSchema.safeParse(slug).success ? getPublicEvent(slug, locale) : Promise.reject(new NotFound("no event has such an address"))));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { event: slug } = await params;
  const event = await readEvent(slug, await getLocale());
  const t = await getTranslations("RegisterPage");
  return { title: t("title", { event: event.title }) };
}

export default async function RegisterPage({ params, searchParams }: Props) {
  const [{ event: slug }, { notice }, locale] = await Promise.all([params, searchParams, getLocale()]);
  const event = await readEvent(slug, locale);
  const actor = await getActor();
  const view = actor.kind === "visitor" ? null : await readPage(getRegistrationView(actor, slug, locale));
  const t = await getTranslations("RegisterPage");
  const takesPart = view?.own?.state === "approved" && view.own.organisation.isAdmitted;
  return (
    <Container>
      {view?.own ? <EventNav event={view.event} current="register" isParticipant={takesPart} /> : null}
      <Notice code={notice} />
      <PageHeader title={t("heading")} eyebrow={view?.own ? null : <span lang={event.textLocale}>{event.title}</span>} />
      <div className="grid items-start gap-8 lg:grid-cols-[3fr_2fr]">
        <div className="min-w-0 space-y-8"><Part event={event} view={view} actor={actor} /></div>
        <Card className={classes("lg:sticky lg:top-6", view?.own ? "" : "order-first lg:order-none")}>
          <EventFacts event={event} />
        </Card>
      </div>
    </Container>
  );
}

type PartProps = { event: PublicEvent; view: RegistrationView | null; actor: Actor };

/** What there is to do, by who reads it; nothing in an event that was cancelled. */
function Part({ event, view, actor }: PartProps) {
  if (event.form === "cancelled") return <EventCancelled reason={event.cancelReason} />;
  return view ? <OwnPart view={view} event={event} actor={actor} /> : <VisitorPart event={event} />;
}
