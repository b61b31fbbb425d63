import { useTranslations } from "next-intl";
import { Link } from "@/i18n/navigation";
import { EuropeanFlag } from "./european-flag";

const linkClass = "inline-flex min-h-8 items-center underline";

/** The funding notice stands on every page. */
export function SiteFooter() {
  const t = useTranslations("Footer");
  return (
    <footer className="no-print mt-16 border-t border-line bg-surface">
      <div className="mx-auto grid max-w-7xl gap-6 px-4 py-8 sm:px-6 md:grid-cols-[1fr_auto]">
        <div className="flex max-w-3xl items-start gap-4">
          <EuropeanFlag />
          <p className="text-sm text-muted">{t("funding")}</p>
        </div>
        <nav aria-label={t("nav")} className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
          <Link href="/privacy" className={linkClass}>{t("privacy")}</Link>
          <Link href="/accessibility" className={linkClass}>{t("accessibility")}</Link>
          <Link href="/imprint" className={linkClass}>{t("imprint")}</Link>
          <span className="inline-flex min-h-8 items-center text-muted">{t("source")}</span>
        </nav>
      </div>
    </footer>
  );
}
