import { useTranslations } from "next-intl";
import { Link } from "@/i18n/navigation";

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

/** Twelve stars in a circle on blue, after the geometry of the emblem. */
function EuropeanFlag() {
  const stars = Array.from({ length: 12 }, (_, hour) => {
    const angle = (hour * Math.PI) / 6;
    return { x: 27 + 12 * Math.sin(angle), y: 18 - 12 * Math.cos(angle) };
  });
  return (
    <svg aria-hidden="true" viewBox="0 0 54 36" className="h-9 w-[3.375rem] shrink-0 rounded-sm">
      <rect width="54" height="36" fill="#003399" />
      {stars.map(({ x, y }) => (
        <path key={`${x}-${y}`} transform={`translate(${x} ${y})`} fill="#ffcc00" d="M0-2 .45-.62 1.9-.62.73.24 1.18 1.62 0 .76-1.18 1.62-.73.24-1.9-.62-.45-.62Z" />
      ))}
    </svg>
  );
}
