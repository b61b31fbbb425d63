import { useTranslations } from "next-intl";
import { Link } from "@/i18n/navigation";
import { buttonClass } from "@/components/ui/button";
import { LiveBell } from "@/components/notice/live-bell";
import type { News } from "@/domain/notice/schema";
import { LanguageSwitch } from "./language-switch";
import { Wordmark } from "./wordmark";

const linkClass = "flex min-h-10 items-center rounded-full px-2 sm:px-3 font-semibold no-underline hover:bg-primary-soft hover:text-primary-strong";

/** The portal's header: the same places on every page, and the way to sign in or to one's own desk. `news`: null for visitors. */
export function SiteHeader({ news }: { news: News | null }) {
  const t = useTranslations("Header");
  return (
    <header className="no-print border-b border-line bg-surface">
      <a href="#content" className="sr-only focus:not-sr-only focus:absolute focus:z-10 focus:m-2 focus:rounded-full focus:bg-primary focus:px-4 focus:py-2 focus:text-on-primary">
        {t("skip")}
      </a>
      <div className="mx-auto flex max-w-7xl flex-wrap items-center gap-x-2 gap-y-1 px-4 py-3 sm:gap-x-4 sm:px-6">
        <Link href="/" aria-label={t("home")} className="mr-auto text-primary no-underline">
          <Wordmark />
        </Link>
        <LanguageSwitch />
        <nav aria-label={t("mainNav")} className="order-last flex w-full flex-wrap items-center gap-1 sm:order-none sm:w-auto">
          <Link href="/programme" className={linkClass}>{t("programme")}</Link>
          <Link href="/organisations" className={linkClass}>{t("organisations")}</Link>
          <Link href={news ? "/desk" : "/sign-in"} className={buttonClass(news ? "primary" : "secondary", "small")}>
            {news ? t("desk") : t("signIn")}
          </Link>
          {news ? <LiveBell news={news} /> : null}
        </nav>
      </div>
    </header>
  );
}
