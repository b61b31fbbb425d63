import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/form/action-button";
import { Badge } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/surface";
import { Link } from "@/i18n/navigation";
import { openNoticeAction, readNoticeAction } from "../actions";

/** `words` and `at` in the language of the page; `path`: where the notice leads. */
type Props = { id: string; isRead: boolean; words: string; at: string; path: string | null };

/** One notice, with the way to what it tells of. Opening it marks it as read. */
export function NoticeCard({ id, isRead, words, at, path }: Props) {
  const t = useTranslations("NoticesPage");
  return (
    <Card className="grid gap-x-6 gap-y-3 sm:grid-cols-[1fr_auto] sm:items-center">
      <div className="min-w-0 space-y-1">
        <h2 className="flex flex-wrap items-center gap-x-3 gap-y-1 text-lg font-bold break-words">
          <span className="min-w-0">{words}</span> {isRead ? null : <Badge tone="accent">{t("new")}</Badge>}
        </h2>
        <p className="text-muted">{at}</p>
      </div>
      <div className="flex flex-wrap items-start gap-2 sm:justify-end">
        {path !== null && isRead ? (
          <Link href={path} prefetch={false} aria-label={t("openLabel", { words })} className={buttonClass("secondary", "small")}>{t("open")}</Link>
        ) : null}
        {path !== null && !isRead ? <ActionButton action={openNoticeAction} fields={{ id }} label={t("openLabel", { words })}>{t("open")}</ActionButton> : null}
        {isRead ? null : <ActionButton action={readNoticeAction} fields={{ id }} look="quiet" label={t("readLabel", { words })}>{t("read")}</ActionButton>}
      </div>
    </Card>
  );
}
