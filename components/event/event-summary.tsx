import { useLocale, useTranslations } from "next-intl";
import { Facts } from "@/components/ui/data";
import type { EventSummary } from "@/domain/event/schema";
import { formatDay, formatLanguages, formatTimes, formatZone } from "@/i18n/format";
import { FormStateBadge } from "./form-state-badge";
import { ReaderTime } from "./reader-time";

type Shown = Pick<
  EventSummary,
  "startsAt" | "endsAt" | "timeZone" | "languages" | "interpretedInto" | "runBy" | "textLocale" | "form"
>;

/** When, in which language, with whom and whether one can register: what everybody wants to know of an event. */
export function EventFacts({ event, withForm = true }: { event: Shown; withForm?: boolean }) {
  const t = useTranslations("EventFacts");
  const items = [
    { term: t("when"), value: <EventTime event={event} /> },
    { term: t("language"), value: <EventLanguages event={event} /> },
    { term: t("runBy"), value: <span lang={event.textLocale}>{event.runBy}</span> },
    ...(withForm ? [{ term: t("registration"), value: <FormStateBadge state={event.form} /> }] : []),
  ];
  return <Facts items={items} />;
}

/** Day and time in the event's own zone and, where it differs, in the reader's. */
export function EventTime({ event }: { event: Pick<Shown, "startsAt" | "endsAt" | "timeZone"> }) {
  const t = useTranslations("EventFacts");
  const locale = useLocale();
  const { startsAt, endsAt, timeZone } = event;
  return (
    <>
      <time dateTime={startsAt.toISOString()}>{formatDay(startsAt, locale, timeZone)}</time>
      <span className="block">
        {formatTimes(startsAt, endsAt, locale, timeZone)}{" "}
        <span className="text-muted">({formatZone(startsAt, locale, timeZone)})</span>
      </span>
      <ReaderTime startsAt={startsAt} endsAt={endsAt} timeZone={timeZone} label={t("readerTime")} />
    </>
  );
}

function EventLanguages({ event }: { event: Pick<Shown, "languages" | "interpretedInto"> }) {
  const t = useTranslations("EventFacts");
  const locale = useLocale();
  const interpreted = formatLanguages(event.interpretedInto, locale);
  return (
    <>
      {formatLanguages(event.languages, locale)}
      {interpreted ? <span className="block text-muted">{t("interpreter", { languages: interpreted })}</span> : null}
    </>
  );
}
