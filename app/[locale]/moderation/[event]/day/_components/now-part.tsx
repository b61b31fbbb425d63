import { useLocale, useTranslations } from "next-intl";
import { Countdown } from "@/components/event/countdown";
import { Numbers } from "@/components/ui/data";
import { Card } from "@/components/ui/surface";
import type { Board } from "@/domain/day/schema";
import { formatInstant, formatTime, formatTimes } from "@/i18n/format";
import { getPathname } from "@/i18n/navigation";

/** What time it is in the event's day, and how many people are here. */
export function NowPart({ board }: { board: Board }) {
  const t = useTranslations("DayPage");
  const locale = useLocale();
  const { event, now, nextChangeAt, counts } = board;
  return (
    <Card className="mb-6 flex flex-wrap items-start justify-between gap-x-12 gap-y-6">
      <div className="min-w-0 space-y-1">
        <p className="font-display text-2xl font-bold"><Headline board={board} /></p>
        <p className="text-muted">{t("asOf", { time: formatTime(now, locale, event.timeZone) })}</p>
        {nextChangeAt ? <p>{t("untilChange")} <Countdown until={nextChangeAt} now={now} /></p> : null}
        <noscript><a href={getPathname({ href: `/moderation/${event.slug}/day`, locale })}>{t("anew")}</a></noscript>
      </div>
      <Numbers
        items={[
          { term: t("state.here"), value: counts.here },
          { term: t("state.expected"), value: counts.expected },
          { term: t("state.absent"), value: counts.absent },
          { term: t("state.left"), value: counts.left },
        ]}
      />
    </Card>
  );
}

function Headline({ board: { event, phase, slots } }: { board: Board }) {
  const t = useTranslations("DayPage");
  const locale = useLocale();
  if (phase === "before") return t("before", { when: formatInstant(event.startsAt, locale, event.timeZone) });
  const current = slots.find(({ when }) => when === "now");
  if (current) return t("slotRuns", { number: current.number, times: formatTimes(current.startsAt, current.endsAt, locale, event.timeZone) });
  const next = slots.find(({ when }) => when === "next");
  if (phase === "running" && next) return t("slotComes", { number: next.number, time: formatTime(next.startsAt, locale, event.timeZone) });
  return phase === "running" ? t("noSlots") : t("after", { when: formatInstant(event.endsAt, locale, event.timeZone) });
}
