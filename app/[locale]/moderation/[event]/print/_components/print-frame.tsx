import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PrintButton } from "@/components/layout/print-button";
import { buttonClass } from "@/components/ui/button";
import { Container, EmptyState, PageHeader } from "@/components/ui/surface";
import type { Printables } from "@/domain/schedule/queries/get-printables";
import { formatInstant } from "@/i18n/format";
import { Link } from "@/i18n/navigation";

type Props = { title: string; data: Printables; children: ReactNode };

/** What stands above sheets on the screen, and not on paper. */
export function PrintFrame({ title, data: { event, version, meetings }, children }: Props) {
  const t = useTranslations("PrintPage");
  const locale = useLocale();
  const back = <Link href={`/moderation/${event.slug}/versions`} className={buttonClass("secondary", "small")}>{t("back")}</Link>;
  if (!version || meetings.length === 0) {
    return <Container><PageHeader title={title} /><EmptyState title={t("emptyTitle")} action={back}>{t("emptyText")}</EmptyState></Container>;
  }
  return (
    <Container>
      <div className="no-print">
        <PageHeader title={title} intro={t("intro", { number: version.number, when: formatInstant(version.releasedAt, locale, event.timeZone) })} />
        <div className="mb-8 flex flex-wrap gap-3"><PrintButton label={t("print")} />{back}</div>
      </div>
      <div className="space-y-6 print:space-y-0">{children}</div>
    </Container>
  );
}
