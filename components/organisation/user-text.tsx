import { useLocale, useTranslations } from "next-intl";
import type { Locale } from "@/domain/input";
import { formatLanguage } from "@/i18n/format";

/** A text in the language that its author wrote it in; another language than the page's is named. */
export function UserText({ text, locale }: { text: string; locale: Locale }) {
  const t = useTranslations("OrganisationCard");
  const here = useLocale();
  return (
    <>
      <span lang={locale}>{text}</span>{" "}
      {locale === here ? null : (
        <span className="ml-1 text-sm whitespace-nowrap text-muted">({t("writtenIn", { language: formatLanguage(locale, here) })})</span>
      )}
    </>
  );
}
