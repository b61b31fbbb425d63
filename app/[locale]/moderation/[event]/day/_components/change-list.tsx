import { useLocale, useTranslations } from "next-intl";
import { ActionButton } from "@/components/form/action-button";
import { Card } from "@/components/ui/surface";
import type { Board, MadeChange } from "@/domain/day/schema";
import { formatTime } from "@/i18n/format";
import { undoPlanAction } from "../actions";

/** What was changed on the day, each with the way back. */
export function ChangeList({ board: { changes, event } }: { board: Board }) {
  const t = useTranslations("DayPage");
  const locale = useLocale();
  if (changes.length === 0) return null;
  const words = ({ kind, name, number, at }: MadeChange) => t(`changed.${kind}`, { name, number, time: formatTime(at, locale, event.timeZone) });
  return (
    <Card className="mb-6 space-y-3">
      <h2 className="text-xl font-bold">{t("changes")}</h2>
      <ul className="divide-y divide-line">
        {changes.map((change) => (
          <li key={change.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-2">
            <p className="min-w-0">{words(change)}</p>
            <ActionButton action={undoPlanAction} fields={{ event: event.slug, repair: change.id }} label={t("undoLabel", { what: words(change) })}>{t("undo")}</ActionButton>
          </li>
        ))}
      </ul>
    </Card>
  );
}
