import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/surface";
import type { EventProgress, InsideEvent, NextStep } from "@/domain/event/schema";
import { Link } from "@/i18n/navigation";

const parts: Record<NextStep, string> = {
  decide: "registrations",
  open: "settings",
  link: "settings",
  pair: "pairing",
  place: "schedule",
  release: "schedule",
  nothing: "registrations",
};

type Props = { event: InsideEvent; step: NextStep; progress: EventProgress; mayOrganise: boolean };

/** The one thing that helps the event most now. What only organisers can do is said to moderators, too. */
export function NextStepCard({ event, step, progress, mayOrganise }: Props) {
  const t = useTranslations("EventModeration");
  const part = parts[step];
  const isReachable = part !== "settings" || mayOrganise;
  const values = { count: progress.toDecide, open: progress.meetings - progress.placed };
  return (
    <Card className="border-primary bg-primary-soft">
      <h2 className="text-lg font-bold text-primary-strong">{t("next")}</h2>
      <p className="mt-2 font-display text-2xl font-bold">{t(`steps.${step}.title`, values)}</p>
      <p className="mt-2 text-lg">{t(`steps.${step}.text`)}</p>
      {isReachable ? (
        <Link href={`/moderation/${event.slug}/${part}`} className={`${buttonClass()} mt-6`}>{t(`steps.${step}.button`)}</Link>
      ) : (
        <p className="mt-4 font-semibold">{t("askOrganiser")}</p>
      )}
    </Card>
  );
}
