import { useLocale, useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { locales } from "@/domain/input";
import type { WordingKey } from "@/domain/wording/schema";
import { formatLanguage } from "@/i18n/format";
import { Link } from "@/i18n/navigation";

/** The same mail in the other languages; each has an address of its own. */
export function LanguageTabs({ current: { programme, kind, locale: current } }: { current: WordingKey }) {
  const t = useTranslations("WordingPage");
  const here = useLocale();
  return (
    <nav aria-label={t("languages")} className="mb-6 flex flex-wrap gap-2">
      {locales.map((locale) => (
        <Link
          key={locale}
          href={`/moderation/wordings/${programme}/${kind}/${locale}`}
          prefetch={false}
          aria-current={locale === current ? "page" : undefined}
          className={buttonClass(locale === current ? "primary" : "secondary", "small")}
        >
          {formatLanguage(locale, here)}
        </Link>
      ))}
    </nav>
  );
}
