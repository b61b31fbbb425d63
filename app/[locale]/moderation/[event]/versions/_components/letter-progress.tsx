import { useTranslations } from "next-intl";
import { RefreshPage } from "@/components/layout/refresh-page";
import { barClass } from "@/components/ui/classes";
import { outboxPath } from "@/domain/outbox/rules";
import type { LetterCounts } from "@/domain/schedule/queries/count-letters";
import { Link } from "@/i18n/navigation";

/** How far the mails about the latest version are; refreshes by itself while they go out. */
export function LetterProgress({ letters: { total, moving, putOff, failed }, slug }: { letters: LetterCounts; slug: string }) {
  const t = useTranslations("VersionsPage");
  if (total === 0) return null;
  return (
    <div className="mb-6 max-w-3xl space-y-2">
      {moving + putOff > 0 ? <Bar out={total - moving - putOff} total={total} /> : <p>{t("mailsOut", { total })}</p>}
      {moving > 0 ? <RefreshPage /> : null}
      {failed > 0 ? <p>{t("mailsFailed", { count: failed })} <Link href={outboxPath(slug)}>{t("toOutbox")}</Link></p> : null}
    </div>
  );
}

function Bar({ out, total }: { out: number; total: number }) {
  const t = useTranslations("VersionsPage");
  return (
    <div>
      <label htmlFor="letters" className="mb-1.5 flex flex-wrap justify-between gap-x-4">
        <span className="font-semibold">{t("mailsLeaving")}</span>
        <span className="tabular-nums">{t("mailsOf", { out, total })}</span>
      </label>
      <progress id="letters" value={out} max={total} className={barClass} />
    </div>
  );
}
