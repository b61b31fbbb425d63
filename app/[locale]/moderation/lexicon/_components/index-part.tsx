import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/form/action-button";
import { RefreshPage } from "@/components/layout/refresh-page";
import { barClass } from "@/components/ui/classes";
import { Facts } from "@/components/ui/data";
import { Card } from "@/components/ui/surface";
import type { IndexState } from "@/domain/concept/schema";
import { formatInstant } from "@/i18n/format";
import { readAgainAction } from "../actions";

type Props = { index: IndexState; locale: Parameters<typeof formatInstant>[1]; timeZone: string };

/** How far the index has come; refreshes by itself while something waits to be read. */
export function IndexPart({ index, locale, timeZone }: Props) {
  const t = useTranslations("LexiconPage");
  const { organisations, upToDate, unread, mentions, counts, countedAt } = index;
  const numbered = (count: number) => t("number", { count });
  return (
    <Card className="max-w-3xl space-y-6">
      <Facts
        items={[
          { term: t("upToDate"), value: t("of", { count: upToDate, total: organisations }) },
          { term: t("waiting"), value: numbered(organisations - upToDate - unread) },
          { term: t("unread"), value: numbered(unread) },
          { term: t("mentions"), value: numbered(mentions) },
          { term: t("counts"), value: countedAt ? t("countedAt", { count: counts, instant: formatInstant(countedAt, locale, timeZone) }) : t("neverCounted") },
        ]}
      />
      {upToDate < organisations ? <Progress upToDate={upToDate} organisations={organisations} /> : (
        <div className="space-y-2">
          <p className="text-muted">{t("againHint")}</p>
          <ActionButton action={readAgainAction} fields={{}}>{t("again")}</ActionButton>
        </div>
      )}
    </Card>
  );
}

function Progress({ upToDate, organisations }: Pick<IndexState, "upToDate" | "organisations">) {
  const t = useTranslations("LexiconPage");
  return (
    <div>
      <RefreshPage />
      <noscript><meta httpEquiv="refresh" content="2" /></noscript>
      <label htmlFor="reading" className="mb-1.5 flex flex-wrap justify-between gap-x-4">
        <span className="font-semibold">{t("reading")}</span>
        <span className="tabular-nums">{t("of", { count: upToDate, total: organisations })}</span>
      </label>
      <progress id="reading" value={upToDate} max={organisations} className={barClass} />
      <p className="mt-2 text-muted">{t("refreshes")}</p>
    </div>
  );
}
