import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { controlClass } from "@/components/ui/classes";
import { Card } from "@/components/ui/surface";
import type { Candidate, SchedulesView } from "@/domain/schedule/queries/compare-schedules";
import { formatInstant } from "@/i18n/format";
import { getPathname } from "@/i18n/navigation";

/** What a schedule is called that can be compared. */
export function useCandidateText(timeZone: string): (candidate: Candidate) => string {
  const t = useTranslations("ComparePage");
  const locale = useLocale();
  return (candidate) => {
    switch (candidate.kind) {
      case "draft":
        return t("draft");
      case "version":
        return t("version", { number: candidate.number, when: formatInstant(candidate.releasedAt, locale, timeZone) });
      case "run":
        return t("run", { when: formatInstant(candidate.run.createdAt, locale, timeZone) });
    }
  };
}

/** Which two schedules: a plain form whose result has an address of its own. */
export function ChoiceForm({ view: { event, candidates, left, right } }: { view: SchedulesView }) {
  const t = useTranslations("ComparePage");
  const locale = useLocale();
  const textOf = useCandidateText(event.timeZone);
  const chosen = { left: left.candidate.name, right: right.candidate.name };
  return (
    <Card>
      <form
        action={getPathname({ href: `/moderation/${event.slug}/schedule/compare`, locale })}
        aria-label={t("form")}
        className="grid items-end gap-4 md:grid-cols-[1fr_1fr_auto]"
      >
        {(["left", "right"] as const).map((side) => (
          <div key={side} className="min-w-0">
            <label htmlFor={`compare-${side}`} className="mb-1.5 block font-semibold">{t(side)}</label>
            <select
              key={chosen[side]}
              id={`compare-${side}`}
              name={side}
              defaultValue={chosen[side]}
              className={controlClass}
            >
              {candidates.map((candidate) => <option key={candidate.name} value={candidate.name}>{textOf(candidate)}</option>)}
            </select>
          </div>
        ))}
        <Button>{t("submit")}</Button>
      </form>
    </Card>
  );
}
