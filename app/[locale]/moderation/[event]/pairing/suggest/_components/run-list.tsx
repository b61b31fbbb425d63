import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { InsideEvent } from "@/domain/event/schema";
import type { PairingRunInfo } from "@/domain/pairing/schema";
import { formatInstant } from "@/i18n/format";
import { Link } from "@/i18n/navigation";

/** Earlier searches, the last one first. */
export function RunList({ runs, event }: { runs: readonly PairingRunInfo[]; event: InsideEvent }) {
  const t = useTranslations("PairingRun");
  const locale = useLocale();
  return (
    <ul className="space-y-3">
      {runs.map((run) => (
        <li key={run.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-xl border border-line bg-surface px-4 py-3">
          <Link href={`/moderation/${event.slug}/pairing/runs/${run.id}`} prefetch={false} className="font-semibold underline">
            {t("title", { when: formatInstant(run.createdAt, locale, event.timeZone) })}
          </Link>
          <Badge tone={run.state === "failed" ? "danger" : "primary"}>{t(`state.${run.state}`)}</Badge>
          <span className="text-muted">
            {t("settings", { least: run.least, most: run.most, reach: run.isAcross ? "across" : "any" })}
            {run.answer ? ` · ${t("found", { count: run.answer.pairs })}` : null}
          </span>
        </li>
      ))}
    </ul>
  );
}
