import { useLocale, useTranslations } from "next-intl";
import { ActionButton } from "@/components/form/action-button";
import { Alert } from "@/components/ui/badge";
import type { BulkView } from "@/domain/registration/schema";
import { formatTime } from "@/i18n/format";
import { undoBulkAction } from "../actions";

type Props = { event: { slug: string; timeZone: string }; bulk: BulkView };

/** What became of the last decision about several: what was done, what was not and why, and taking it back as long as that is possible. */
export function BulkResult({ event, bulk }: Props) {
  const t = useTranslations("BulkDecisions");
  const locale = useLocale();
  const { id, decision, isUndone, heldUntil, done, moved, refused } = bulk;
  return (
    <div className="mb-6">
      <Alert tone={isUndone || done === 0 ? "neutral" : "success"} live>
        <div className="space-y-3">
          <p className="font-semibold">{isUndone ? t("undone", { count: done }) : t(`done.${decision}`, { count: done })}</p>
          {moved > 0 && !isUndone ? <p>{t("moved", { count: moved })}</p> : null}
          {refused.length > 0 && !isUndone ? (
            <>
              <p>{t("notDone", { count: refused.length })}</p>
              <ul className="list-disc space-y-1 pl-6">
                {refused.map((row) => <li key={row.id}>{`${row.personName} (${row.organisation}): ${t(`refusals.${row.refusal}`)}`}</li>)}
              </ul>
            </>
          ) : null}
          {done > 0 && !isUndone ? <p>{heldUntil ? t("held", { time: formatTime(heldUntil, locale, event.timeZone) }) : t("gone")}</p> : null}
        </div>
      </Alert>
      {heldUntil ? <div className="mt-3"><ActionButton action={undoBulkAction} fields={{ event: event.slug, bulk: id }}>{t("undo")}</ActionButton></div> : null}
    </div>
  );
}
