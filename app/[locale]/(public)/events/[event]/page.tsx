import { useLocale, useTranslations } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { cache } from "react";
import { EventCancelled } from "@/components/event/event-cancelled";
import { EventFacts } from "@/components/event/event-summary";
import { buttonClass } from "@/components/ui/button";
import { Card, Container, PageHeader, Section } from "@/components/ui/surface";
import { getPublicEvent } from "@/domain/event/queries";
import type { PublicEvent } from "@/domain/event/schema";
import { type Locale, slugSchema } from "@/domain/input";
import { NotFound } from "@/domain/result";
import { formatTime } from "@/i18n/format";
import { pageMetadata } from "@/i18n/metadata";
import { getPathname, Link } from "@/i18n/navigation";

type Props = { params: Promise<{ locale: Locale; event: string }> };

const readEvent = cache(async (slug: string, locale: Locale): Promise<PublicEvent> => {
  if (!slugSchema.safeParse(slug).success) notFound();
  return getPublicEvent(slug, locale).catch((error: unknown) => {
    if (error instanceof NotFound) notFound();
    throw error;
  });
});

export async function generateMetadata({ params }: Props) {
  const { locale, event: slug } = await params;
  const event = await readEvent(slug, locale);
  return pageMetadata({ locale, path: `/events/${slug}`, title: event.title, description: event.summary });
}

export default async function EventPage({ params }: Props) {
  const { event: slug } = await params;
  const locale = await getLocale();
  const event = await readEvent(slug, locale);
  const t = await getTranslations("EventPage");
  return (
    <Container>
      <PageHeader eyebrow={<Link href="/programme">{t("back")}</Link>} title={event.title} intro={<p lang={event.textLocale}>{event.summary}</p>} />
      {event.form === "cancelled" ? <EventCancelled reason={event.cancelReason} /> : null}
      <div className="grid items-start gap-8 lg:grid-cols-[3fr_2fr]">
        <div>
          <section>
            <h2 className="text-2xl font-bold">{t("aboutTitle")}</h2>
            <p className="mt-3 text-lg whitespace-pre-line" lang={event.textLocale}>{event.description}</p>
          </section>
          <Day event={event} />
        </div>
        <Card className="lg:sticky lg:top-6">
          <EventFacts event={event} />
          <div className="mt-6"><NextStep event={event} /></div>
          <p className="mt-4"><a href={getPathname({ href: `/events/${event.slug}/calendar.ics`, locale })}>{t("calendar")}</a></p>
          <p className="mt-4 text-muted">{t("linkText", { days: event.linkDaysBefore })}</p>
        </Card>
      </div>
    </Container>
  );
}

/** The one thing to do now, by the state of the form. */
function NextStep({ event }: { event: PublicEvent }) {
  const t = useTranslations("EventPage");
  if (event.form === "closed" || event.form === "cancelled") return null;
  const labels = { open: t("register"), full: t("waitingList"), soon: t("tellMe") };
  return <Link href={`/events/${event.slug}/register`} className={buttonClass()}>{labels[event.form]}</Link>;
}

/** Welcome, slots and closing of a matchmaking event. */
function Day({ event }: { event: PublicEvent }) {
  const t = useTranslations("EventPage");
  const [first] = event.slots;
  const last = event.slots.at(-1);
  const locale = useLocale();
  if (!first || !last) return null;
  const time = (instant: Date) => formatTime(instant, locale, event.timeZone);
  const minutes = Math.round((first.endsAt.getTime() - first.startsAt.getTime()) / 60_000);
  const parts = [
    { at: time(event.startsAt), text: t("welcome") },
    { at: time(first.startsAt), text: t("slotsText", { count: event.slots.length, minutes, time: time(first.startsAt) }) },
    { at: time(last.endsAt), text: t("closing") },
  ];
  return (
    <Section title={t("dayTitle")}>
      <ol className="space-y-4 border-l-4 border-primary-soft pl-5 text-lg">
        {parts.map((part) => (
          <li key={part.at}><span className="mr-3 font-display font-bold text-primary">{part.at}</span>{part.text}</li>
        ))}
      </ol>
    </Section>
  );
}
