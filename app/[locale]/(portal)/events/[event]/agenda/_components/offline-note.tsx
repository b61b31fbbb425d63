import { useLocale, useTranslations } from "next-intl";
import { Alert } from "@/components/ui/badge";
import type { Agenda } from "@/domain/schedule/schema";
import { formatInstant } from "@/i18n/format";
import { getPathname } from "@/i18n/navigation";
import { KeepOffline } from "./keep-offline";

/** How old the page is: seen where it was kept for times without network, and there is none. */
export function OfflineNote({ event }: Pick<Agenda, "event">) {
  const t = useTranslations("AgendaPage");
  const locale = useLocale();
  return (
    <>
      <div className="offline-only mb-8">
        <Alert tone="warning" title={t("offline", { when: formatInstant(new Date(), locale, event.timeZone) })}>{t("offlineText")}</Alert>
      </div>
      <KeepOffline path={getPathname({ href: `/events/${event.slug}/agenda`, locale })} />
    </>
  );
}
