import { useLocale, useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { Numbers } from "@/components/ui/data";
import { Card } from "@/components/ui/surface";
import type { DraftView } from "@/domain/schedule/queries/get-draft";
import { formatInstant } from "@/i18n/format";

/** The draft in numbers, and the way to its release. */
export function Summary({ data }: { data: DraftView }) {
  const t = useTranslations("SchedulePage");
  return (
    <Card className="mb-8 flex flex-wrap items-start justify-between gap-6">
      <Counts data={data} />
      <a href="#release" className={buttonClass("secondary")}>{t("toRelease")}</a>
    </Card>
  );
}

function Counts({ data: { event, draft, unplaced, latest } }: { data: DraftView }) {
  const t = useTranslations("SchedulePage");
  const locale = useLocale();
  const released = () => {
    if (!latest) return t("currentNone");
    if (latest.takenBackAt) return t("currentTakenBack", { number: latest.number });
    return t("currentVersion", { number: latest.number, when: formatInstant(latest.releasedAt, locale, event.timeZone) });
  };
  const agreed = draft.meetings.filter(({ isCancelled }) => !isCancelled).length;
  const items = [
    { term: t("agreed"), value: agreed },
    { term: t("placed"), value: draft.placements.length },
    { term: t("open"), value: unplaced.size },
  ];
  return (
    <Numbers items={items}>
      <div>
        <dt className="text-muted">{t("current")}</dt>
        <dd className="pt-2 font-semibold">{released()}</dd>
      </div>
    </Numbers>
  );
}
