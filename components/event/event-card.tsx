import { useLocale, useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/surface";
import type { EventSummary } from "@/domain/event/schema";
import { formatShortDay } from "@/i18n/format";
import { Link } from "@/i18n/navigation";
import { EventFacts } from "./event-summary";

/** An event in a list: its date at a glance, what it is about, the facts and the way to its page. */
export function EventCard({ event, level = 2 }: { event: EventSummary; level?: 2 | 3 }) {
  const Heading = `h${level}` as const;
  const t = useTranslations("ProgrammePage");
  const tFacts = useTranslations("EventFacts");
  const locale = useLocale();
  return (
    <Card className="grid gap-5 md:grid-cols-[9rem_1fr]">
      <p aria-hidden="true" className="self-start rounded-2xl bg-primary-soft px-4 py-3 text-center font-display text-xl font-bold text-primary-strong">
        {formatShortDay(event.startsAt, locale, event.timeZone)}
      </p>
      <div className="min-w-0">
        <p className="mb-1 font-semibold text-accent">{tFacts(`kind.${event.kind}`)}</p>
        <Heading className="text-2xl font-bold" lang={event.textLocale}>
          <Link href={`/events/${event.slug}`} className="no-underline hover:underline">{event.title}</Link>
        </Heading>
        <p className="mt-2 mb-4 text-lg text-muted" lang={event.textLocale}>{event.summary}</p>
        <EventFacts event={event} />
        <Link href={`/events/${event.slug}`} className={`${buttonClass("secondary", "small")} mt-5`}>
          {t("details")}<span className="sr-only">: {event.title}</span>
        </Link>
      </div>
    </Card>
  );
}
