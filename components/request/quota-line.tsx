import { useTranslations } from "next-intl";
import { Alert } from "@/components/ui/badge";
import { isQuotaReached } from "@/domain/request/rules";
import type { Quota } from "@/domain/request/schema";

/** How many open requests the organisation has sent, and what that means once there can be no more. */
export function QuotaLine({ quota }: { quota: Quota }) {
  const t = useTranslations("RequestQuota");
  if (isQuotaReached(quota)) {
    return (
      <Alert tone="warning" title={t("reached")}>
        {t("line", quota)}. {t("reachedText")}
      </Alert>
    );
  }
  return (
    <div>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold">
        <meter min={0} max={quota.limit} value={quota.used} aria-hidden="true" className="h-3 w-28" />
        {t("line", quota)}
      </p>
    </div>
  );
}
