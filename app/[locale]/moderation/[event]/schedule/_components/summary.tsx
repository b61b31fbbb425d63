import { Wand2 } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import type { Standing } from "@/components/schedule/standing";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/surface";
import type { DraftView } from "@/domain/schedule/queries/get-draft";
import { formatInstant } from "@/i18n/format";
import { placeAllAction } from "../actions";

/** The draft in numbers, and the two big steps: place everything, release. */
export function Summary({ data, standing }: { data: DraftView; standing: Standing }) {
  const t = useTranslations("SchedulePage");
  const { event, draft } = data;
  return (
    <Card className="mb-8 flex flex-wrap items-start justify-between gap-6">
      <Numbers data={data} />
      <div className="max-w-md space-y-3">
        <div className="flex flex-wrap items-start gap-3">
          <Form action={placeAllAction} className="space-y-3" label={t("placeAll")}>
            <input type="hidden" name="event" value={event.slug} />
            <input type="hidden" name="revision" value={draft.revision} />
            {standing.view ? <input type="hidden" name="view" value={standing.view} /> : null}
            <SubmitButton><Wand2 aria-hidden="true" className="size-5" />{t("placeAll")}</SubmitButton>
          </Form>
          <a href="#release" className={buttonClass("secondary")}>{t("toRelease")}</a>
        </div>
        <p className="text-sm text-muted">{t("placeAllHint")}</p>
      </div>
    </Card>
  );
}

function Numbers({ data: { event, draft, unplaced, latest } }: { data: DraftView }) {
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
    <dl className="flex flex-wrap gap-x-10 gap-y-4">
      {items.map(({ term, value }) => (
        <div key={term}>
          <dt className="text-muted">{term}</dt>
          <dd className="font-display text-3xl font-bold tabular-nums">{value}</dd>
        </div>
      ))}
      <div>
        <dt className="text-muted">{t("current")}</dt>
        <dd className="pt-2 font-semibold">{released()}</dd>
      </div>
    </dl>
  );
}
