import { Download } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { Card, Section } from "@/components/ui/surface";
import type { VersionsView } from "@/domain/schedule/queries/list-versions";
import { formatTimes } from "@/i18n/format";
import { getPathname } from "@/i18n/navigation";

/** One file for each slot, by which Zoom knows who belongs into which breakout room. */
export function BreakoutFiles({ view: { event, breakouts } }: { view: VersionsView }) {
  const t = useTranslations("BreakoutFiles");
  const locale = useLocale();
  if (breakouts.length === 0) return null;
  const path = getPathname({ href: `/moderation/${event.slug}/versions/breakouts`, locale });
  return (
    <Section id="breakouts" title={t("title")} intro={t("intro")}>
      <Card className="space-y-4">
        <ul className="flex flex-wrap gap-3">
          {breakouts.map((slot) => {
            const time = formatTimes(slot.startsAt, slot.endsAt, locale, event.timeZone);
            return (
              <li key={slot.id}>
                <a href={`${path}/${slot.id}`} download aria-label={t("label", { time, number: slot.number })} className={buttonClass("secondary", "small")}>
                  <Download aria-hidden="true" className="size-5" />
                  <span className="tabular-nums">{time}</span>
                </a>
              </li>
            );
          })}
        </ul>
        <p className="max-w-prose text-sm text-muted">{t("hint")}</p>
      </Card>
    </Section>
  );
}
