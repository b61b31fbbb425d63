import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/form/action-button";
import { RefreshPage } from "@/components/layout/refresh-page";
import { buttonClass } from "@/components/ui/button";
import { barClass } from "@/components/ui/classes";
import { Card } from "@/components/ui/surface";
import type { PairingView } from "@/domain/pairing/queries/get-pairings";
import { Link } from "@/i18n/navigation";
import { cancelPairingAction } from "../actions";

/** How far a search is. Refreshes by itself, with JavaScript and without. */
export function PairingProgress({ view: { event, run } }: { view: PairingView }) {
  const t = useTranslations("PairingRun");
  const { progress } = run;
  const isReading = progress?.stage === "reading";
  return (
    <Card className="max-w-3xl space-y-6">
      <RefreshPage />
      <noscript><meta httpEquiv="refresh" content="2" /></noscript>
      <div>
        <label htmlFor="pairing-progress" className="mb-1.5 block font-semibold">
          {progress ? t(`stage.${progress.stage}`, { done: progress.done, total: progress.total }) : t(run.state === "queued" ? "queued" : "starting")}
        </label>
        {/* Without a value it says that something is done, not how much. */}
        <progress id="pairing-progress" {...(isReading ? { value: progress.done, max: Math.max(1, progress.total) } : {})} className={barClass} />
      </div>
      <p className="text-muted">{run.cancelRequestedAt ? t("cancelling") : t("refreshes")}</p>
      <div className="flex flex-wrap items-start gap-3">
        {run.cancelRequestedAt ? null : <ActionButton action={cancelPairingAction} fields={{ event: event.slug, run: run.id }} look="danger">{t("cancel")}</ActionButton>}
        <Link href={`/moderation/${event.slug}/pairing/runs/${run.id}`} prefetch={false} className={buttonClass("quiet", "small")}>{t("refresh")}</Link>
      </div>
    </Card>
  );
}
