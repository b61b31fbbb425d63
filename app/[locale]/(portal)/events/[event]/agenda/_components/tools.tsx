import { CalendarPlus } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { PrintButton } from "@/components/layout/print-button";
import { buttonClass } from "@/components/ui/button";
import { type Agenda, agendaScopes } from "@/domain/schedule/schema";
import { getPathname, Link } from "@/i18n/navigation";

/** Whose agenda, and the ways to take it along. */
export function Tools({ agenda: { event, scope, version } }: { agenda: Agenda }) {
  const t = useTranslations("AgendaPage");
  const locale = useLocale();
  const path = `/events/${event.slug}/agenda`;
  return (
    <div className="no-print mb-8 flex flex-wrap items-center gap-x-6 gap-y-3">
      <nav aria-label={t("views")} className="mr-auto flex flex-wrap gap-1 rounded-full bg-sunken p-1">
        {agendaScopes.map((each) => (
          <Link
            key={each}
            href={each === "mine" ? path : `${path}?scope=${each}`}
            prefetch={false}
            aria-current={each === scope ? "page" : undefined}
            className="inline-flex min-h-9 items-center rounded-full px-4 font-semibold no-underline hover:bg-primary-soft aria-[current]:bg-surface aria-[current]:text-primary aria-[current]:shadow-sm"
          >
            {t(each)}
          </Link>
        ))}
      </nav>
      {version ? (
        <>
          <a href={`${getPathname({ href: `${path}/calendar.ics`, locale })}?scope=${scope}`} className={buttonClass("secondary", "small")}>
            <CalendarPlus aria-hidden="true" className="size-5" />
            {t("calendar")}
          </a>
          <PrintButton label={t("print")} />
          <Link href="/account#calendar" prefetch={false}>{t("subscribe")}</Link>
        </>
      ) : null}
    </div>
  );
}
