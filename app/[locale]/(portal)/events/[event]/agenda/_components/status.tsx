import { useLocale, useTranslations } from "next-intl";
import { Alert } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button";
import type { Agenda } from "@/domain/schedule/schema";
import { formatDay, formatInstant } from "@/i18n/format";

/** Where the schedule stands, and how to get into the meeting. */
export function Status({ agenda }: { agenda: Agenda }) {
  const t = useTranslations("AgendaPage");
  const { version, isTakenBack } = agenda;
  if (version) return <Way agenda={agenda} />;
  return isTakenBack
    ? <Alert tone="warning" title={t("takenBackTitle")}>{t("takenBackText")}</Alert>
    : <Alert tone="primary" title={t("beforeTitle")}>{t("beforeText")}</Alert>;
}

function Way({ agenda: { event, version, link, linkOutAt } }: { agenda: Agenda }) {
  const t = useTranslations("AgendaPage");
  const locale = useLocale();
  return (
    <>
      {link ? (
        <Alert tone="primary" title={t("linkTitle")}>
          <p>{t("linkText")}</p>
          <a href={link} className={`${buttonClass("primary")} mt-3 print:hidden`}>{t("linkOpen")}</a>
          <p className="mt-2 hidden break-all print:block">{link}</p>
        </Alert>
      ) : <p className="rounded-xl bg-sunken px-5 py-4">{t("linkLater", { day: formatDay(linkOutAt, locale, event.timeZone) })}</p>}
      {version ? (
        <p className="text-muted">
          {t("released", { number: version.number, when: formatInstant(version.releasedAt, locale, event.timeZone) })}
        </p>
      ) : null}
    </>
  );
}
