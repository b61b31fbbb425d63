import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { EventTime } from "@/components/event/event-summary";
import { FormStateBadge } from "@/components/event/form-state-badge";
import { buttonClass } from "@/components/ui/button";
import { Facts } from "@/components/ui/data";
import { Card, Container, PageHeader } from "@/components/ui/surface";
import { requireModerator } from "@/domain/event/access";
import { getProgress } from "@/domain/event/queries";
import { isEventOrganiser, nextStep } from "@/domain/event/rules";
import type { EventProgress, InsideEvent, Places } from "@/domain/event/schema";
import { Link } from "@/i18n/navigation";
import { readPage } from "@/server/denial";
import { getActor } from "@/server/session";
import { NextStepCard } from "./_components/next-step-card";

type Props = { params: Promise<{ event: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const event = await readPage(requireModerator(await getActor(), (await params).event, await getLocale()));
  const t = await getTranslations("EventModeration");
  return { title: t("title", { event: event.title }) };
}

export default async function EventModerationPage({ params }: Props) {
  const { event: slug } = await params;
  const actor = await getActor();
  const event = await readPage(requireModerator(actor, slug, await getLocale()));
  const progress = await readPage(getProgress(actor, slug));
  const t = await getTranslations("EventModeration");
  return (
    <Container wide>
      <PageHeader title={t("heading")} />
      <div className="grid items-start gap-8 lg:grid-cols-[3fr_2fr]">
        <NextStepCard event={event} step={nextStep(progress)} progress={progress} mayOrganise={isEventOrganiser(actor, event)} />
        <Card>
          <h2 className="mb-4 text-2xl font-bold">{t("numbers")}</h2>
          <Numbers event={event} progress={progress} />
          <Link href={`/events/${slug}`} className={`${buttonClass("secondary", "small")} mt-6`}>{t("publicPage")}</Link>
        </Card>
      </div>
    </Container>
  );
}

async function Numbers({ event, progress }: { event: InsideEvent; progress: EventProgress & { places: Places } }) {
  const t = await getTranslations("EventModeration");
  const { capacity, held, waiting } = progress.places;
  return (
    <Facts
      items={[
        { term: t("when"), value: <EventTime event={event} /> },
        { term: t("form"), value: <FormStateBadge state={progress.form} /> },
        { term: t("places"), value: capacity === null ? t("placesUnlimited", { held }) : t("placesOf", { held, capacity }) },
        { term: t("toDecide"), value: t("count", { count: progress.toDecide }) },
        { term: t("waiting"), value: t("count", { count: waiting }) },
        { term: t("meetings"), value: t("meetingsPlaced", { meetings: progress.meetings, placed: progress.placed }) },
        { term: t("version"), value: progress.released === null ? t("noVersion") : t("versionNumber", { number: progress.released }) },
      ]}
    />
  );
}
