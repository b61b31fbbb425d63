import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/surface";
import type { Locale } from "@/domain/input";
import type { Wording } from "@/domain/mail/schema";

/** The portal's own words, to compare with or to copy from. */
export function StandardText({ locale, standard }: { locale: Locale; standard: Wording }) {
  const t = useTranslations("WordingPage");
  return (
    <Card>
      <h2 className="mb-4 text-xl font-bold">{t("standard")}</h2>
      <p lang={locale} className="mb-4 font-semibold">{standard.subject}</p>
      <p lang={locale} className="break-words whitespace-pre-line">{standard.body}</p>
    </Card>
  );
}
