import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import type { FundingReport } from "@/domain/funding-report/schema";
import { Link } from "@/i18n/navigation";

const path = "/moderation/funding-report";

/** Where a report of this scope is; `part` is a file or a page below it. */
export function reportAddress({ programme, event }: Pick<FundingReport, "programme" | "event">, part = ""): string {
  return `${path}${part}?${new URLSearchParams({ programme: programme.slug, ...(event ? { event: event.slug } : {}) })}`;
}

/** The whole programme or one of its events; and which programme, where there are several. */
export function ScopeNav({ report: { programme, programmes, choices, event } }: { report: FundingReport }) {
  const t = useTranslations("FundingReport");
  const link = (href: string, name: string, lang: string | undefined, isCurrent: boolean) => (
    <li key={href}>
      <Link href={href} lang={lang} prefetch={false} aria-current={isCurrent ? "true" : undefined} className={buttonClass(isCurrent ? "primary" : "secondary", "small")}>{name}</Link>
    </li>
  );
  return (
    <div className="no-print mb-6 space-y-3">
      {programmes.length > 1 ? (
        <nav aria-label={t("programmes")}>
          <ul className="flex flex-wrap gap-2">{programmes.map(({ slug, name, textLocale }) => link(`${path}?programme=${slug}`, name, textLocale, slug === programme.slug))}</ul>
        </nav>
      ) : null}
      <nav aria-label={t("scope")}>
        <ul className="flex flex-wrap gap-2">
          {link(`${path}?programme=${programme.slug}`, t("wholeProgramme"), undefined, event === null)}
          {choices.map(({ slug, name, textLocale }) => link(`${path}?programme=${programme.slug}&event=${slug}`, name, textLocale, slug === event?.slug))}
        </ul>
      </nav>
    </div>
  );
}
