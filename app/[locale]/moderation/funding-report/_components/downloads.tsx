import { useTranslations } from "next-intl";
import { PrintButton } from "@/components/layout/print-button";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/surface";
import type { FundingReport } from "@/domain/funding-report/schema";
import { Link } from "@/i18n/navigation";
import { reportAddress } from "./scope-nav";

/** The report on paper and as files, and the rows that it is counted from. `locale`: files are no pages of the portal. */
export function Downloads({ report, locale }: { report: FundingReport; locale: string }) {
  const t = useTranslations("FundingReport");
  const file = (part: string, label: string) => <a href={`/${locale}${reportAddress(report, part)}`} download className={buttonClass("secondary", "small")}>{label}</a>;
  return (
    <div className="no-print mb-8 grid gap-4 md:grid-cols-2">
      <Card>
        <h2 className="text-xl font-bold">{t("files.title")}</h2>
        <p className="mt-2 mb-4 text-muted">{t("files.intro")}</p>
        <div className="flex flex-wrap gap-3"><PrintButton label={t("files.print")} />{file("/tables", t("files.tables"))}</div>
      </Card>
      <Card>
        <h2 className="text-xl font-bold">{t("open.title")}</h2>
        <p className="mt-2 mb-4 text-muted">{t("open.intro")}</p>
        <div className="flex flex-wrap gap-3">{file("/open-export/json", t("open.json"))}{file("/open-export/csv", t("open.csv"))}</div>
      </Card>
      <p className="md:col-span-2">{t("evidence.text")} <Link href="/moderation/evidence" className="font-semibold underline">{t("evidence.link")}</Link></p>
    </div>
  );
}
