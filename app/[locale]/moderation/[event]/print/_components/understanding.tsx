import { useLocale, useTranslations } from "next-intl";
import type { PrintMeeting } from "@/domain/schedule/queries/get-printables";
import { formatLanguages } from "@/i18n/format";

/** What two people speak with each other, or who translates. */
export function Understanding({ meeting: { languages, interpreter } }: { meeting: PrintMeeting }) {
  const t = useTranslations("PrintPage");
  const locale = useLocale();
  if (languages.length > 0) return formatLanguages(languages, locale);
  return interpreter ? t("interpreter", { name: interpreter }) : t("noInterpreter");
}
