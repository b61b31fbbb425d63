import { Wrench } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { ActionButton } from "@/components/form/action-button";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/surface";
import type { DraftView } from "@/domain/schedule/queries/get-draft";
import { formatInstant } from "@/i18n/format";
import { Link } from "@/i18n/navigation";
import { undoRepairAction } from "../../repair/actions";

/** After a release: what has no place any more, the way to the smallest change that helps, and the way back. */
export function RepairCard({ data }: { data: DraftView }) {
  const t = useTranslations("RepairCard");
  const { event, unplaced, impossible, isReleased, lastRepair } = data;
  const isNeeded = isReleased && unplaced.size + impossible > 0;
  if (!isNeeded && !lastRepair) return null;
  return (
    <Card className="mb-8 space-y-5">
      {isNeeded ? (
        <div className="flex flex-wrap items-start justify-between gap-4">
          <div className="min-w-0 max-w-2xl space-y-1">
            <h2 className="text-xl font-bold">{unplaced.size > 0 ? t("open", { count: unplaced.size }) : t("impossible", { count: impossible })}</h2>
            <p className="text-muted">{t("hint")}</p>
          </div>
          <Link href={`/moderation/${event.slug}/repair`} prefetch={false} className={buttonClass("primary")}>
            <Wrench aria-hidden="true" className="size-5" />
            {t("show")}
          </Link>
        </div>
      ) : null}
      {lastRepair ? <Undo event={event} repair={lastRepair} /> : null}
    </Card>
  );
}

function Undo({ event, repair }: { event: DraftView["event"]; repair: NonNullable<DraftView["lastRepair"]> }) {
  const t = useTranslations("RepairCard");
  const locale = useLocale();
  return (
    <div className="flex flex-wrap items-center justify-between gap-4">
      <p className="min-w-0">{t("applied", { when: formatInstant(repair.at, locale, event.timeZone), count: repair.changed })}</p>
      <ActionButton action={undoRepairAction} fields={{ event: event.slug, repair: repair.id }}>{t("undo")}</ActionButton>
    </div>
  );
}
