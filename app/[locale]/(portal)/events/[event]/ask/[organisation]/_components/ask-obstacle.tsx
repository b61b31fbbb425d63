import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionButton } from "@/components/form/action-button";
import { QuotaLine } from "@/components/request/quota-line";
import { Alert } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button";
import { isQuotaReached } from "@/domain/request/rules";
import type { AskView } from "@/domain/request/schema";
import { Link } from "@/i18n/navigation";
import { unblockAction } from "../../../requests/actions";

/** What stands in the way of asking, with the way on; the form where nothing does. */
export function AskObstacle({ view, children }: { view: AskView; children: ReactNode }) {
  const t = useTranslations("AskPage");
  const { event, partner: { name, slug }, open } = view;
  const inbox = `/events/${event.slug}/requests`;
  if (event.endsAt <= new Date()) return <Alert tone="neutral" title={t("over")} />;
  if (open) {
    return (
      <Obstacle title={open.side === "requester" ? t("openSent", { name }) : t("openReceived", { name })}>
        <Link href={`${inbox}/${open.id}`} className={buttonClass("primary", "small")}>{t("toRequest")}</Link>
      </Obstacle>
    );
  }
  if (view.isAgreed) {
    return (
      <Obstacle title={t("agreed", { name })}>
        <Link href={`${inbox}#agreed`} className={buttonClass("primary", "small")}>{t("toRequests")}</Link>
      </Obstacle>
    );
  }
  if (view.isBlockedByUs) {
    return (
      <Obstacle title={t("blocked", { name })}>
        <ActionButton action={unblockAction} fields={{ event: event.slug, organisation: slug }}>{t("unblock")}</ActionButton>
      </Obstacle>
    );
  }
  if (!isQuotaReached(view.quota)) return children;
  return (
    <div className="space-y-4">
      <QuotaLine quota={view.quota} />
      <Link href={`${inbox}#waiting`} className={buttonClass("primary", "small")}>{t("toRequests")}</Link>
    </div>
  );
}

function Obstacle({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Alert tone="primary" title={title}>
      <div className="mt-3">{children}</div>
    </Alert>
  );
}
