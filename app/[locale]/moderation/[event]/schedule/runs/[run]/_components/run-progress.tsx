import { useFormatter, useTranslations } from "next-intl";
import { ActionButton } from "@/components/form/action-button";
import { RefreshPage } from "@/components/layout/refresh-page";
import { buttonClass } from "@/components/ui/button";
import { barClass } from "@/components/ui/classes";
import { Facts } from "@/components/ui/data";
import { Card } from "@/components/ui/surface";
import type { RunView } from "@/domain/schedule/queries/get-run";
import type { RunInfo } from "@/domain/schedule/schema";
import { Link } from "@/i18n/navigation";
import { cancelAction } from "../actions";

type Props = { view: RunView; now: Date };

/** How far a run is. Refreshes by itself, with JavaScript and without. */
export function RunProgress({ view: { event, run }, now }: Props) {
  const t = useTranslations("RunPage");
  const used = run.startedAt ? Math.floor((now.getTime() - run.startedAt.getTime()) / 1000) : 0;
  const seconds = Math.min(run.seconds, Math.max(0, used));
  return (
    <Card className="max-w-3xl space-y-6">
      <RefreshPage />
      <noscript><meta httpEquiv="refresh" content="2" /></noscript>
      <div>
        <label htmlFor="run-time" className="mb-1.5 flex flex-wrap justify-between gap-x-4">
          <span className="font-semibold">{t("time")}</span>
          <span className="tabular-nums">{t("timeOf", { seconds, total: run.seconds })}</span>
        </label>
        <progress id="run-time" value={seconds} max={run.seconds} className={barClass} />
      </div>
      <Best run={run} />
      <p className="text-muted">{run.cancelRequestedAt ? t("cancelling") : t("refreshes")}</p>
      <div className="flex flex-wrap items-start gap-3">
        {run.cancelRequestedAt ? null : <ActionButton action={cancelAction} fields={{ event: event.slug, run: run.id }} look="danger">{t("cancel")}</ActionButton>}
        <Link href={`/moderation/${event.slug}/schedule/runs/${run.id}`} prefetch={false} className={buttonClass("quiet", "small")}>{t("refresh")}</Link>
      </div>
    </Card>
  );
}

function Best({ run: { state, progress } }: { run: RunInfo }) {
  const t = useTranslations("RunPage");
  const format = useFormatter();
  if (!progress) return <p className="font-semibold">{state === "queued" ? t("queued") : t("searching")}</p>;
  const items = [
    { term: t("placed"), value: format.number(progress.placed) },
    { term: t("breaks"), value: format.number(progress.breaks) },
    ...(progress.level === "breaks" ? [{ term: t("bound"), value: format.number(progress.bound) }] : []),
  ];
  return (
    <section>
      <h2 className="mb-3 text-xl font-bold">{t("best")}</h2>
      <Facts items={items} />
    </section>
  );
}
